import type { Grant, RoleGrant } from '../../../contract/identity'
import type { Role } from '../../../contract/operation'
import { countyOf } from '../../../contract/regions'
import { dayOf } from '../../../contract/time'
import type { KnownContext } from '../../platform/context'
import { read } from '../../platform/database'
import { Refused } from '../../platform/refusal'
import type { Expert } from '../expert/documents'
import type { Organisation, Person, Region } from '../registry/documents'
import { homeOf } from '../registry/scope'
import { isRegional, isScopeOf, mayGive } from './rules'

interface Scope {
  name: string
  /** Region codes it reaches. */
  places: string[]
}

/**
 * A role as it will be stored, with the scope's name from the server's own books. FORBIDDEN for a role that is not the
 * caller's to give, WRONG_SCOPE for a scope there is not or that lies outside theirs. One round trip; none for `admin`.
 */
export async function grantFor(
  { account, now }: Pick<KnownContext, 'account' | 'now'>,
  person: Pick<Person, '_id' | 'village' | 'home'>,
  { role, over: scope, until }: Grant,
): Promise<RoleGrant> {
  if (!account.roles.some((held) => mayGive([held], role, [held.scope ?? '']))) throw new Refused('FORBIDDEN')
  if (until !== undefined && until < dayOf(now)) throw new Refused('ENDS_IN_PAST')
  const found = scope === undefined ? undefined : await scopeOf(role, scope, person)
  if (role === 'admin') return { role, scopeName: '系统' }
  if (!found || scope === undefined || !mayGive(account.roles, role, found.places))
    throw new Refused('WRONG_SCOPE')
  return { role, scope, scopeName: found.name, ...(until ? { until } : {}) }
}

/** What a scope is called and where it reaches; undefined where it is none of this role's. */
async function scopeOf(
  role: Role,
  scope: string,
  person: Pick<Person, '_id' | 'village' | 'home'>,
): Promise<Scope | undefined> {
  if (isRegional(role)) {
    const region = isScopeOf(role, scope) ? await read<Region>('regions', scope) : null
    return region && !region.archived ? { name: region.name, places: [scope] } : undefined
  }
  if (role === 'cooperative') {
    const organisation = await read<Organisation>('organisations', scope)
    return organisation && !organisation.archived
      ? { name: organisation.name, places: [organisation.region] }
      : undefined
  }
  if (role !== 'expert') return undefined
  const expert = await read<Expert>('experts', scope)
  if (!expert || expert.archived || expert.personId !== person._id) return undefined
  return { name: expert.title, places: placesOfExpert(expert, person) }
}

/** Where a role that somebody holds reaches, also where its scope is archived by now. */
export async function placesOfHeld(
  { role, scope }: RoleGrant,
  person: Pick<Person, '_id' | 'village' | 'home'>,
): Promise<string[]> {
  if (scope === undefined) return []
  if (isRegional(role)) return [scope]
  if (role === 'cooperative') {
    const organisation = await read<Organisation>('organisations', scope)
    return organisation ? [organisation.region] : []
  }
  const expert = await read<Expert>('experts', scope)
  return expert ? placesOfExpert(expert, person) : []
}

/** The townships an expert serves; the whole county where none is named. */
const placesOfExpert = (
  { townships }: Pick<Expert, 'townships'>,
  person: Pick<Person, 'village' | 'home'>,
) => (townships.length > 0 ? townships : [countyOf(homeOf(person) ?? '')])
