import { type QuestionDetail, type QuestionSummary, SUBJECT } from '../../../contract/consultation'
import type { MediaVerdict, Question } from './documents'
import { titleOf } from './rules'

export const presentQuestion = (question: Question): QuestionSummary => ({
  id: question._id,
  subject: question.subject,
  title: titleOf(question, SUBJECT[question.subject].name),
  state: question.state,
  danger: question.danger,
  askedAt: question.askedAt,
  updatedAt: question.updatedAt,
  person: { name: question.person.name, villageName: question.person.villageName },
  askedBy: question.askedBy?.name,
  reopened: question.reopened,
})

/** A photo as somebody sees it: its sender at once, others only after WeChat's verdict. No verdict is not a pass. */
export function presentPhoto(
  photo: Question['photos'][number],
  own: boolean,
  verdicts: ReadonlyMap<string, MediaVerdict['suggest']>,
  urls: ReadonlyMap<string, string>,
): QuestionDetail['photos'][number] {
  const verdict = photo.traceId === undefined ? undefined : verdicts.get(photo.traceId)
  const shown = own || verdict === 'pass'
  if (shown) return { state: verdict === 'pass' ? 'shown' : verdict ? 'withheld' : 'checking', url: urls.get(photo.fileID) }
  return { state: verdict ? 'withheld' : 'checking' }
}
