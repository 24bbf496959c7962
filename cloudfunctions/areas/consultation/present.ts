import { type QuestionSummary, SUBJECT } from '../../../contract/consultation'
import type { Question } from './documents'
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
