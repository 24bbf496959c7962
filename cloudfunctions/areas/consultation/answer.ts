import { SUBJECT } from '../../../contract/consultation'
import { checkText } from '../../platform/content'
import { command, read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { shortened } from '../../platform/shortened'
import { field } from '../notification/fields'
import { notify } from '../notification/notify'
import type { Person } from '../registry/documents'
import { isItsExpert } from './access'
import type { Question } from './documents'
import { titleOf } from './rules'

/** Ten round trips. The asker, and who asked for them, read it; the asker is told. */
export const answer: Handler<'consultation.answer'> = async ({ questionId, text }, context) => {
  const { account, now, openid } = context
  const asked = await read<Question>('questions', questionId)
  if (!asked || !isItsExpert(context, asked)) throw new Refused('NOT_FOUND')
  await checkText(openid, text)
  return context.once(async (transaction) => {
    const question = await transaction.get<Question>('questions', questionId)
    if (!question || question.state === 'resolved') throw new Refused('QUESTION_CLOSED')
    if (question.state === 'answered') throw new Refused('ANSWERED_ALREADY')
    // Whoever holds the phone is told: the informant who asked, or the person.
    const reader = question.askedBy?.personId ?? question.person.id
    const person = await transaction.get<Person>('people', reader)
    const at = now.toISOString()
    await transaction.update('questions', questionId, {
      state: 'answered',
      updatedAt: at,
      entries: command.push([{ kind: 'answer', by: account.name, text, at }]),
    })
    await transaction.update('experts', question.expert.id, { open: command.inc(-1) })
    await notify(transaction, context, {
      event: `answered:${questionId}:${question.reopened}`,
      to: { id: reader, openid: person?.openid },
      title: '专家回复了',
      text: `${account.name}：${shortened(text, 40)}`,
      page: `/consultation/question/index?id=${questionId}`,
      template: {
        kind: 'answered',
        values: {
          thing1: field.thing(titleOf(question, SUBJECT[question.subject].name)),
          thing2: field.thing(text),
          time3: field.time(at),
        },
      },
    })
    return { questionId }
  })
}
