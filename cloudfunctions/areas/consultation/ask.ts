import { randomUUID } from 'node:crypto'
import { SUBJECT } from '../../../contract/consultation'
import { townshipOf } from '../../../contract/regions'
import type { Topic } from '../../../contract/training'
import { checkText } from '../../platform/content'
import { actedBy } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { requireOwnFiles, requireUploaded } from '../../platform/files'
import { Refused } from '../../platform/refusal'
import type { Expert } from '../expert/documents'
import { notify } from '../notification/notify'
import type { Question } from './documents'
import { chooseExpert, titleOf, urgencyOf } from './rules'

/** Experts looked at, those with the fewest open questions: of the township, and of the whole field. */
const NEAR = 5
const CHOICE = 100

/** Nine round trips: the choice of an expert, then the transaction. Photos are handed to WeChat's check by jobs. */
export const ask: Handler<'consultation.ask'> = async (input, context) => {
  const { account, subject, now, openid } = context
  const { village, villageName } = subject
  if (!village || !villageName) throw new Refused('NOT_REGISTERED')
  requireOwnFiles(openid, context.configuration, input.photos)
  const { name: subjectName, field } = SUBJECT[input.subject]
  // None of the three waits for another, and the farmer waits for the slowest only.
  const [experts] = await Promise.all([
    expertsNear(field, village),
    checkText(openid, input.text),
    requireUploaded(input.photos),
  ])
  const expert = chooseExpert(experts, village, [account.personId, subject.id])
  if (!expert) throw new Refused('NO_EXPERT')
  const at = now.toISOString()
  const question: Question = {
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
    expert: { id: expert._id, personId: expert.personId, name: expert.name, title: expert.title },
    entries: [],
    reopened: 0,
    askedAt: at,
    updatedAt: at,
    urgency: urgencyOf(input.danger, at),
  }
  return context.once(async (transaction) => {
    await transaction.update('experts', expert._id, { open: command.inc(1) })
    await transaction.set('questions', question)
    await notify(transaction, context, {
      event: `asked:${question._id}`,
      to: { id: expert.personId },
      title: input.danger ? '急：有农户等您回复' : '有农户等您回复',
      text: `${villageName} ${subject.name}：${titleOf(question, subjectName)}`,
      page: `/desk/expert/answer/index?id=${question._id}`,
    })
    return { questionId: question._id, expert: { name: expert.name, title: expert.title } }
  })
}

/**
 * Who could answer. The township's own are asked for by themselves: with more experts than one query returns, they
 * would be missing among those with the fewest open questions.
 */
async function expertsNear(field: Topic, village: string): Promise<Expert[]> {
  const [near, all] = await Promise.all([
    expertsWhere(field, { townships: townshipOf(village) }, NEAR),
    expertsWhere(field, {}, CHOICE),
  ])
  return [...near, ...all]
}

/** A question of no field may go to anybody. */
const expertsWhere = (field: Topic, more: object, limit: number): Promise<Expert[]> =>
  rows<Expert>(
    collection('experts')
      .where({ ...(field === 'other' ? {} : { fields: field }), available: true, ...more })
      .orderBy('open', 'asc')
      .limit(limit),
  )
