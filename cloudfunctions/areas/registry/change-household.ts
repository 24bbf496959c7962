import type { Thing } from '../../../contract/audit'
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
  /** Who else the audit log shall say it was about. */
  about?: Thing[]
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
      const { after, head, about = [] } = await change(transaction, before)
      const written = await putHousehold(transaction, before, after, head)
      // Where it was as well, so that the old village's bureau sees what became of it.
      const moved = written.village === before.village ? [] : [thingOfHousehold(written)]
      told.about?.splice(0, told.about.length, thingOfHousehold(before), ...moved, ...about)
      return written
    },
    undefined,
    told,
  )
}
