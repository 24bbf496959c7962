import { idsOf, scopesOf } from '../../platform/context'
import { command, oneOf } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { questionPage } from './pages'

/** One round trip. An informant's own list has what they asked for others too. */
export const mine: Handler<'consultation.mine'> = ({ cursor }, { account, subject }) => {
  const ids = oneOf(idsOf(subject))
  const own = { 'person.id': ids }
  const asksForOthers = subject.id === account.personId && scopesOf(account, 'informant').length > 0
  const whose = asksForOthers ? command.or([own, { 'askedBy.personId': ids }]) : own
  return questionPage(whose, 'updatedAt', 'desc', cursor)
}
