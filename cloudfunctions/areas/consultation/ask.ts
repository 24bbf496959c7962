import { randomUUID } from 'node:crypto'
import { SUBJECT } from '../../../contract/consultation'
import { checkText } from '../../platform/content'
import { actedBy, type KnownContext } from '../../platform/context'
import { command } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { requireOwnFiles, requireUploaded } from '../../platform/files'
import { Refused } from '../../platform/refusal'
import type { Expert } from '../expert/documents'
import { notify } from '../notification/notify'
import { candidatesFor, refuseAway } from './choose'
import type { Question } from './documents'
import { titleOf, urgencyOf } from './rules'

/** Experts tried, where each is full by the time the question gets to them. */
const TRIES = 5

/** Ten round trips: the choice of an expert, then the transaction. Photos are handed to WeChat's check by jobs. */
export const ask: Handler<'consultation.ask'> = async (input, context) => {
  const { subject, now, openid } = context
  const { village, villageName } = subject
  if (!village || !villageName) throw new Refused('NOT_REGISTERED')
  requireOwnFiles(openid, context.configuration, input.photos)
  const { name: subjectName, field } = SUBJECT[input.subject]
  // None of the three waits for another, and the farmer waits for the slowest only.
  const [experts] = await Promise.all([
    candidatesFor({ field, village, expertId: input.expertId }, context),
    checkText(openid, input.text),
    requireUploaded(input.photos),
  ])
  const at = now.toISOString()
  const question: Omit<Question, 'expert'> = {
    _id: randomUUID(),
    person: { id: subject.id, name: subject.name, village, villageName },
    askedBy: actedBy(context, subject),
    subject: input.subject,
    field,
    text: input.text,
    photos: input.photos.map((fileID) => ({ fileID })),
    photosToCheck: input.photos.length > 0,
    danger: input.danger,
    state: 'waiting',
    entries: [],
    reopened: 0,
    askedAt: at,
    updatedAt: at,
    urgency: urgencyOf(input.danger, at),
  }
  for (const [tried, { _id }] of experts.entries()) {
    try {
      return await give(question, _id, subjectName, context)
    } catch (error) {
      // Somebody else took their last place, or they went away at this moment: the next one.
      const gone = error instanceof Refused && (error.code === 'EXPERT_FULL' || error.code === 'EXPERT_AWAY')
      if (!gone || input.expertId !== undefined || tried + 1 >= TRIES) throw error
    }
  }
  throw new Refused('NO_EXPERT')
}

/** Gives a question to an expert, whose places are counted where they are taken. */
const give = (
  asked: Omit<Question, 'expert'>,
  expertId: string,
  subjectName: string,
  context: KnownContext,
) =>
  context.once(async (transaction) => {
    const expert = await transaction.get<Expert>('experts', expertId)
    if (!expert) throw new Refused('NO_EXPERT')
    refuseAway(expert, context.now)
    const { personId, name, title } = expert
    const question: Question = { ...asked, expert: { id: expertId, personId, name, title } }
    await transaction.update('experts', expertId, { open: command.inc(1) })
    await transaction.set('questions', question)
    await notify(transaction, context, {
      event: `asked:${question._id}`,
      to: { id: personId },
      title: question.danger ? '急：有农户等您回复' : '有农户等您回复',
      text: `${question.person.villageName} ${question.person.name}：${titleOf(question, subjectName)}`,
      page: `/desk/expert/answer/index?id=${question._id}`,
    })
    return { questionId: question._id, expert: { name, title } }
  })
