import type { Transaction } from '../../platform/database'
import type { Listed, Organisation } from './documents'
import { ANYBODY, among, orderOf } from './search-words'

/** An organisation without what is computed of it. */
export type ToldOrganisation = Omit<Organisation, keyof Listed>

/** Writes an organisation within a transaction, with its place in lists and the next version. One round trip. */
export async function putOrganisation(
  transaction: Transaction,
  before: Organisation | null,
  after: ToldOrganisation,
): Promise<Organisation> {
  const organisation = derivedOrganisation(before, after)
  await transaction.set('organisations', organisation)
  return organisation
}

/** What is computed of an organisation rather than told. */
export const derivedOrganisation = (before: Organisation | null, after: ToldOrganisation): Organisation => ({
  ...after,
  order: orderOf(after.region, after._id),
  search: [among(ANYBODY, after.archived !== undefined)],
  version: (before?.version ?? 0) + 1,
})
