import type { Transaction } from '../../platform/database'
import type { Household, Listed, Person } from './documents'
import { orderOf, wordsOf } from './search-words'

/** A household without what is computed of it. */
export type ToldHousehold = Omit<Household, keyof Listed>

/**
 * Writes a household within a transaction, with its search words, its place in lists and the next version. `head` is who
 * it is called after and found by; without one, nothing of that has changed. One round trip. Answers what was written.
 */
export async function putHousehold(
  transaction: Transaction,
  before: Household | null,
  after: ToldHousehold,
  head?: Pick<Person, 'name' | 'phone'>,
): Promise<Household> {
  const household = derivedHousehold(before, after, head)
  await transaction.set('households', household)
  return household
}

/** What is computed of a household rather than told; the same for the demo county, the import and the desk. */
export function derivedHousehold(
  before: Household | null,
  after: ToldHousehold,
  head?: Pick<Person, 'name' | 'phone'>,
): Household {
  const { name, phone } = head ?? { name: after.headName }
  const kept =
    head || !before || Boolean(before.archived) !== Boolean(after.archived) ? undefined : before.search
  return {
    ...after,
    headName: name,
    order: orderOf(after.village, after._id),
    search:
      kept ??
      wordsOf({ name, ...(phone ? { phone } : {}), ...(after.archived ? { archived: after.archived } : {}) }),
    version: (before?.version ?? 0) + 1,
  }
}
