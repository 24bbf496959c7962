import type { KnownContext } from '../../platform/context'
import { scopesOf } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import { fromCursor, page } from '../../platform/paging'
import { pipeline } from '../../platform/pipeline'
import type { RearingContract } from '../dividend/documents'
import type { Person } from '../registry/documents'
import { inCharge } from './charge'
import type { Invitation } from './documents'

/** Somebody to be invited, and the codes they have that are still open. */
export interface Invitee extends Person {
  open: Invitation[]
}

/** Who may invite where they are in charge; a co-op besides, whom it has contracts with. */
export const INVITING = ['informant', 'bureau', 'admin'] as const

const withOpen = (match: object, limit: number) =>
  collection('people')
    .aggregate()
    .match(match)
    .sort({ _id: 1 })
    .limit(limit)
    .lookup({
      from: 'invitations',
      localField: '_id',
      foreignField: 'personId',
      as: 'open',
      pipeline: pipeline().match({ state: 'open' }).sort({ at: -1 }).limit(5).done(),
    } as never)

/** People by their ids. One round trip. */
export async function inviteesById(ids: readonly string[]): Promise<Invitee[]> {
  const { list } = (await withOpen({ _id: command.in([...ids]) }, ids.length).end()) as unknown as {
    list: Invitee[]
  }
  return list
}

/** The people of a village who have no account, a page at a time. One round trip. */
export async function inviteesOf(village: string, cursor: string | undefined, size: number) {
  const after = cursor === undefined ? {} : { _id: command.gt(fromCursor(cursor).id) }
  const match = { village, openid: command.exists(false), archived: command.exists(false), ...after }
  const { list } = (await withOpen(match, size + 1).end()) as unknown as { list: Invitee[] }
  return page(list, size, (person) => ({ value: '', id: person._id }))
}

/** Whom of these the caller may invite: of their region, or of a household their co-op has a contract with. */
export async function inCareOf(
  { account }: Pick<KnownContext, 'account'>,
  people: readonly Person[],
): Promise<Set<string>> {
  const within = people.filter((person) => !person.archived && inCharge(account, INVITING, person))
  const cooperatives = scopesOf(account, 'cooperative')
  if (cooperatives.length === 0) return new Set(within.map(({ _id }) => _id))
  const households = people.flatMap(({ householdId }) => (householdId ? [householdId] : []))
  const contracts = await rows<RearingContract>(
    collection('rearingContracts')
      .where({ householdId: command.in(households), cooperativeId: command.in(cooperatives) })
      .limit(1000),
  )
  const theirs = new Set(contracts.map(({ householdId }) => householdId))
  const members = people.filter(
    ({ householdId, archived }) => !archived && householdId && theirs.has(householdId),
  )
  return new Set([...within, ...members].map(({ _id }) => _id))
}
