import type { Role } from '../../../contract/operation'
import { dayOf } from '../../../contract/time'
import type { Context, KnownContext } from '../../platform/context'
import { Refused } from '../../platform/refusal'
import type { Person } from '../registry/documents'
import { homeOf, reaches, reachOf } from '../registry/scope'
import type { By } from './documents'
import { hasEnded, mayBindTo } from './rules'

type Account = Context['account']
type Placed = Pick<Person, 'village' | 'home'>

export const isAdmin = (account: Account): boolean =>
  account?.roles.some(({ role }) => role === 'admin') ?? false

/** Whether somebody holds one of these roles over a person; an administrator everywhere, where they are among them. */
export const inCharge = (account: Account, roles: readonly Role[], person: Placed): boolean =>
  reaches(reachOf(account, roles), homeOf(person))

/** Somebody within the caller's charge; NOT_FOUND otherwise, as for nobody at all. Archived ones are nobody. */
export function chargeOf(
  account: Account,
  roles: readonly Role[],
  person: Person | null | undefined,
): Person {
  if (!person || person.archived || !inCharge(account, roles, person)) throw new Refused('NOT_FOUND')
  return person
}

/** Refuses to meddle with the account of somebody whose roles in force are not the caller's to give (FORBIDDEN). */
export function requireMayBind(
  { account, now }: Pick<KnownContext, 'account' | 'now'>,
  { roles = [] }: Pick<Person, 'roles'>,
): void {
  const inForce = roles.filter((held) => !hasEnded(held, dayOf(now)))
  if (!mayBindTo(account.roles, inForce)) throw new Refused('FORBIDDEN')
}

export const byOf = ({ account }: Pick<KnownContext, 'account'>): By => ({
  personId: account.personId,
  name: account.name,
})
