import type { Role } from '../../../contract/operation'
import { isWithin, type RegionCode } from '../../../contract/regions'
import { type Context, scopesOf } from '../../platform/context'
import type { Person } from './documents'

type Account = Context['account']

/** Everywhere: what an administrator's scope is. */
export const EVERYWHERE = ''

const isAdmin = (account: Account): boolean => account?.roles.some(({ role }) => role === 'admin') ?? false

/** Where somebody may look: the scopes of any of these roles, widest only; everywhere for an admin who is among them. */
export function reachOf(account: Account, roles: readonly Role[]): string[] {
  if (roles.includes('admin') && isAdmin(account)) return [EVERYWHERE]
  const scopes = roles.flatMap((role) => scopesOf(account, role)).filter((scope) => scope.length >= 6)
  const distinct = [...new Set(scopes)].sort()
  return distinct.filter((scope) => !distinct.some((wider) => wider !== scope && scope.startsWith(wider)))
}

/** Whether a place lies in what `reachOf` answered. */
export const reaches = (reach: readonly string[], place: RegionCode | undefined): boolean =>
  reach.some((scope) => scope === EVERYWHERE || (place !== undefined && isWithin(scope, place)))

/** The part of somebody's reach that lies in a region. */
export function reachWithin(reach: readonly string[], region: RegionCode | undefined): string[] {
  if (region === undefined) return [...reach]
  if (reach.some((scope) => region.startsWith(scope))) return [region]
  return reach.filter((scope) => scope.startsWith(region))
}

/** Where somebody is registered: their village, or the region of who lives in none. */
export const homeOf = ({ village, home }: Pick<Person, 'village' | 'home'>): RegionCode | undefined =>
  village ?? home

/** Who may read the registry (contract/registry/search.ts), and who may change it. */
export const READING = ['informant', 'bureau', 'cadre', 'admin'] as const
/** Who is no neighbour of those they look up, and may see what kind of household it is. */
export const OFFICIALS = ['bureau', 'cadre', 'admin'] as const
/** Who must call people. */
export const CALLING = ['informant', 'bureau', 'cadre'] as const
