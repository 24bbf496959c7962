import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { showPhotos } from '../photo/show'
import { isAsker, isItsExpert, mayRead } from './access'
import type { Question } from './documents'
import { presentQuestion } from './present'

/** At most two database round trips (the question, the photos' verdicts) and one of storage (their addresses). */
export const get: Handler<'consultation.get'> = async ({ questionId }, context) => {
  const question = await read<Question>('questions', questionId)
  if (!question || !mayRead(context, question)) throw new Refused('NOT_FOUND')
  const own = isAsker(context, question)
  return {
    ...presentQuestion(question),
    text: question.text,
    photos: await showPhotos(question.photos, own),
    expert: { name: question.expert.name, title: question.expert.title },
    entries: question.entries,
    mayAnswer: isItsExpert(context, question) && question.state === 'waiting',
    mayGiveFeedback: own && question.state === 'answered',
  }
}
