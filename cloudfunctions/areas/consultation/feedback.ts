import { checkText } from '../../platform/content'
import { command, read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { notify } from '../notification/notify'
import { isAsker } from './access'
import type { Question } from './documents'
import { urgencyOf } from './rules'

/** Nine round trips. Helped resolves; not helped goes back to the same expert, whose load counts it again. */
export const feedback: Handler<'consultation.feedback'> = async ({ questionId, helped, text }, context) => {
  const { account, now, openid } = context
  const asked = await read<Question>('questions', questionId)
  if (!asked || !isAsker(context, asked)) throw new Refused('NOT_FOUND')
  await checkText(openid, text)
  return context.once(async (transaction) => {
    const question = await transaction.get<Question>('questions', questionId)
    if (!question || question.state === 'resolved') throw new Refused('QUESTION_CLOSED')
    if (question.state === 'waiting') throw new Refused('NOT_ANSWERED')
    const at = now.toISOString()
    const state = helped ? ('resolved' as const) : ('waiting' as const)
    await transaction.update('questions', questionId, {
      state,
      updatedAt: at,
      entries: command.push([{ kind: helped ? 'helped' : 'notHelped', by: account.name, text, at }]),
      ...(helped ? {} : { reopened: command.inc(1), urgency: urgencyOf(question.danger, at) }),
    })
    if (!helped) await transaction.update('experts', question.expert.id, { open: command.inc(1) })
    await notify(transaction, context, {
      event: `${helped ? 'helped' : 'notHelped'}:${questionId}:${question.reopened}`,
      to: { id: question.expert.personId },
      title: helped ? '您的办法管用' : '农户说还不行，请再看看',
      text: `${question.person.villageName} ${question.person.name}${text ? `：${text}` : ''}`,
      page: `/desk/expert/answer/index?id=${questionId}`,
    })
    return { questionId, state }
  })
}
