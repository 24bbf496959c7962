import type { Handler } from '../../platform/dispatch'
import { collection, command, read, rows } from '../../platform/database'
import { temporaryUrls } from '../../platform/files'
import { Refused } from '../../platform/refusal'
import { isAsker, isItsExpert, mayRead } from './access'
import type { MediaVerdict, Question } from './documents'
import { presentPhoto, presentQuestion } from './present'

/** At most two database round trips (the question, the photos' verdicts) and one of storage (their addresses). */
export const get: Handler<'consultation.get'> = async ({ questionId }, context) => {
  const question = await read<Question>('questions', questionId)
  if (!question || !mayRead(context, question)) throw new Refused('NOT_FOUND')
  const own = isAsker(context, question)
  const verdicts = await verdictsOf(question)
  const visible = question.photos.filter((photo) => own || verdicts.get(photo.traceId ?? '') === 'pass')
  const urls = await temporaryUrls(visible.map((photo) => photo.fileID))
  return {
    ...presentQuestion(question),
    text: question.text,
    photos: question.photos.map((photo) => presentPhoto(photo, own, verdicts, urls)),
    expert: { name: question.expert.name, title: question.expert.title },
    entries: question.entries,
    mayAnswer: isItsExpert(context, question) && question.state === 'waiting',
    mayGiveFeedback: own && question.state === 'answered',
  }
}

async function verdictsOf(question: Question): Promise<Map<string, MediaVerdict['suggest']>> {
  const traces = question.photos.flatMap((photo) => (photo.traceId ? [photo.traceId] : []))
  if (traces.length === 0) return new Map()
  const found = await rows<MediaVerdict>(collection('mediaVerdicts').where({ _id: command.in(traces) }).limit(traces.length))
  return new Map(found.map((verdict) => [verdict._id, verdict.suggest]))
}
