import type { RoleGrant } from '../../../contract/identity'
import type { Role } from '../../../contract/operation'
import { dayOf } from '../../../contract/time'
import { collection, command, inRegion, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import type { Organisation, Person } from '../registry/documents'
import { EVERYWHERE, reachOf, reachWithin } from '../registry/scope'
import { hasEnded, isRegional } from './rules'

/** More co-ops than any county has. */
const ORGANISATIONS = 500

/** Two round trips at most: the organisations of a region, where the role goes by them, and the page. */
export const roles: Handler<'identity.roles'> = async ({ role, region, cursor }, { account, now }) => {
  const filter = await filterOf(role, reachWithin(reachOf(account, ['bureau', 'admin']), region))
  if (!filter) return { holders: [] }
  const after = cursor === undefined ? [] : [{ order: command.gt(fromCursor(cursor).value) }]
  const found = await rows<Person>(
    collection('people')
      .where((after.length > 0 ? command.and([filter, ...after]) : filter) as object)
      // By no index: the one of role and scope has found the few there are.
      .orderBy('order', 'asc')
      .limit(PAGE + 1),
  )
  const shown = page(found, PAGE, ({ order, _id }) => ({ value: order, id: _id }))
  const today = dayOf(now)
  return {
    holders: shown.rows.map((person) => ({
      personId: person._id,
      name: person.name,
      place: person.place,
      hasWeChat: Boolean(person.openid),
      grants: (person.roles ?? [])
        .filter((grant) => grant.role === role)
        .map((grant: RoleGrant) => ({ ...grant, ended: hasEnded(grant, today) })),
    })),
    next: shown.next,
  }
}

/**
 * Who holds a role over these places; by an index of role and scope. Undefined where nobody can. Operators inside
 * elemMatch are written out: the SDK does not translate commands there.
 */
async function filterOf(role: Role, within: readonly string[]): Promise<object | undefined> {
  if (within.length === 0) return undefined
  if (within.includes(EVERYWHERE)) return { 'roles.role': role }
  const ranges = within.map((scope) => ({ $gte: scope, $lt: `${scope}:` }))
  if (isRegional(role)) {
    const any = ranges.map((scope) => ({ roles: command.elemMatch({ role, scope } as never) }))
    return any.length === 1 ? any[0] : command.or(any)
  }
  const inRegions = command.or(within.map(inRegion))
  if (role === 'cooperative') {
    const organisations = await rows<Organisation>(
      collection('organisations')
        .where({ region: inRegions as never })
        .limit(ORGANISATIONS),
    )
    if (organisations.length === 0) return undefined
    const ids = organisations.map(({ _id }) => _id)
    return { roles: command.elemMatch({ role, scope: { $in: ids } } as never) }
  }
  // Experts go by where they are registered; administrators are the administrators' business.
  if (role === 'expert') return { 'roles.role': role, order: inRegions }
  return undefined
}
