import type { KnownContext } from '../../platform/context'
import type { Transaction } from '../../platform/database'
import { Refused } from '../../platform/refusal'
import type { Household, Listed, Person } from './documents'
import { homeOf, reaches, reachOf } from './scope'

/** Somebody of the operator's region who is not archived, as this transaction sees them. */
export async function personIn(transaction: Transaction, personId: string, { account }: KnownContext) {
  const found = await transaction.get<Person>('people', personId)
  if (!found || !reaches(reachOf(account, ['bureau']), homeOf(found))) throw new Refused('NOT_FOUND')
  if (found.archived) throw new Refused('ARCHIVED')
  return found
}

/** The same for a household. */
export async function householdIn(transaction: Transaction, householdId: string, { account }: KnownContext) {
  const found = await transaction.get<Household>('households', householdId)
  if (!found || !reaches(reachOf(account, ['bureau']), found.village)) throw new Refused('NOT_FOUND')
  if (found.archived) throw new Refused('ARCHIVED')
  return found
}

/** Somebody else has changed it since it was opened. */
export function refuseStale(before: Pick<Listed, 'version'>, { version }: { version?: number }): void {
  if ((before.version ?? 0) !== version) throw new Refused('STALE')
}

/** What somebody copies of the household they live in. */
export const livingIn = ({ village, villageName, place }: Household) => ({
  ...{ village, villageName, place },
  home: undefined,
})
