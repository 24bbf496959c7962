import type { RoleGrant } from '../../../contract/identity'
import type { Role } from '../../../contract/operation'
import { isWithin } from '../../../contract/regions'

/** What the bureau gives within its region; bureau and admin are an administrator's to give. */
export const BUREAU_GIVES: readonly Role[] = ['informant', 'expert', 'cooperative', 'cadre']

type Held = Pick<RoleGrant, 'role' | 'scope'>

/**
 * Whether who holds `giver` may give (or take) a role that reaches `places` (region codes; every one must lie within).
 * `roles` of the giver are those in force.
 */
export function mayGive(giver: readonly Held[], role: Role, places: readonly string[]): boolean {
  if (role === 'villager') return false
  if (giver.some((held) => held.role === 'admin')) return true
  if (!BUREAU_GIVES.includes(role) || places.length === 0) return false
  const scopes = giver.flatMap((held) => (held.role === 'bureau' && held.scope ? [held.scope] : []))
  return places.every((place) => scopes.some((scope) => isWithin(scope, place)))
}

/**
 * Whether who holds `giver` may bind an account to (or part it from) a person who holds `held`: a code for somebody with
 * roles is worth those roles, so one must be able to give them. Where the person lives is asked besides.
 */
export function mayBindTo(giver: readonly Held[], held: readonly Held[]): boolean {
  if (giver.some(({ role }) => role === 'admin')) return true
  const scopes = giver.flatMap(({ role, scope }) => (role === 'bureau' && scope ? [scope] : []))
  return held.every(
    ({ role, scope = '' }) =>
      BUREAU_GIVES.includes(role) && scopes.some((region) => !isRegional(role) || isWithin(region, scope)),
  )
}

/** The lengths of the region codes a role may have as its scope. */
const DIGITS: Partial<Record<Role, readonly number[]>> = {
  informant: [12],
  cadre: [6, 9, 12],
  bureau: [6, 9],
}

/** Whether a role reaches regions, rather than an organisation or an expert's entry. */
export const isRegional = (role: Role): boolean => DIGITS[role] !== undefined

/** Whether a region's code can be the scope of a role: an informant has villages, an operator a county or township. */
export const isScopeOf = (role: Role, code: string): boolean => DIGITS[role]?.includes(code.length) ?? false

export const hasEnded = ({ until }: Pick<RoleGrant, 'until'>, today: string): boolean =>
  until !== undefined && until < today

/** How long the next try at somebody waits after so many: nothing at first, then doubling up to an hour. Never for ever. */
const FREE_TRIES = 3
const LONGEST_MINUTES = 60
export const waitMinutes = (tries: number): number =>
  tries < FREE_TRIES ? 0 : Math.min(LONGEST_MINUTES, 2 ** (tries - FREE_TRIES))

/** From so many tries on the informants are told, once. */
export const ALARMING_TRIES = 5
