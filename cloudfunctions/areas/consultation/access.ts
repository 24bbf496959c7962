import { holdsOver, idsOf, type KnownContext, mayActFor, ownIds } from '../../platform/context'
import type { Question } from './documents'

/**
 * Whether the caller stands on the asker's side: the person, who asked for them, their village's informant, or whoever acts
 * for them now (the dispatcher has seen that they may).
 */
export const isAsker = ({ account, subject }: KnownContext, question: Question): boolean =>
  idsOf(subject).includes(question.person.id) ||
  (question.askedBy !== undefined && ownIds(account).includes(question.askedBy.personId)) ||
  mayActFor(account, { id: question.person.id, village: question.person.village })

export const isItsExpert = ({ account }: KnownContext, question: Question): boolean =>
  question.expert.personId === account.personId && account.roles.some((grant) => grant.role === 'expert')

/** Who may read a question; everybody else is told it is not there. */
export const mayRead = (context: KnownContext, question: Question): boolean =>
  isAsker(context, question) ||
  isItsExpert(context, question) ||
  holdsOver(context.account, 'bureau', question.person.village)
