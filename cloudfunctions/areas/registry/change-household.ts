import type { KnownContext, Told } from '../../platform/context'
import type { Transaction } from '../../platform/database'
import { householdIn, refuseStale } from './changing'
import type { Household, Person } from './documents'
import { thingOfHousehold } from './household'
import { putHousehold, type ToldHousehold } from './put-household'

interface Change {
  after: ToldHousehold
  /** Who it is called after from now on. */
  head?: Person
}

/**
 * Changes a household of the operator's region once for the request, unless somebody else has changed it since it was
 * opened (STALE). Six round trips beside those of `change`. Answers the household as it was written.
 */
export function changeHousehold(
  input: { householdId: string; version: number },
  context: KnownContext,
  change: (transaction: Transaction, household: Household) => Promise<Change>,
  reason?: string,
): Promise<Household> {
  const told: Told = { about: [] }
  if (reason) told.reason = reason
  return context.once(
    async (transaction) => {
      const before = await householdIn(transaction, input.householdId, context)
      refuseStale(before, input)
      const { after, head } = await change(transaction, before)
      const written = await putHousehold(transaction, before, after, head)
      // Where it was before, so that the old village's bureau sees what became of it.
      told.about?.splice(0, told.about.length, thingOfHousehold(before))
      return written
    },
    undefined,
    told,
  )
}
