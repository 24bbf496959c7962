import type { Thing } from '../../../contract/audit'
import type { Role } from '../../../contract/operation'
import { countyOf } from '../../../contract/regions'
import { type Context, holdsOver, scopesOf } from '../../platform/context'
import { command, inRegion } from '../../platform/database'
import { Refused } from '../../platform/refusal'
import type { DividendItem } from './documents'

type Account = Context['account']

/** An officer of the item's co-op, who may confirm and reverse. */
export const isOfficerOf = (account: Account, item: Pick<DividendItem, 'cooperativeId'>): boolean =>
  scopesOf(account, 'cooperative').includes(item.cooperativeId)

/** Who may look at an item's desk page: its co-op, and the bureau of its region. */
export const maySee = (account: Account, item: Pick<DividendItem, 'cooperativeId' | 'village'>): boolean =>
  isOfficerOf(account, item) || holdsOver(account, 'bureau', item.village)

/** The items of somebody's desk as a query: their co-ops', or every co-op's in the regions of a bureau operator. */
export function itemsOf(account: Account) {
  const cooperatives = scopesOf(account, 'cooperative')
  if (cooperatives.length > 0) return { mayConfirm: true, where: { cooperativeId: command.in(cooperatives) } }
  const regions = scopesOf(account, 'bureau').filter((scope) => scope.length >= 6)
  if (regions.length === 0) throw new Refused('FORBIDDEN')
  const ranges = regions.map(inRegion)
  return { mayConfirm: false, where: { village: ranges.length === 1 ? ranges[0] : command.or(ranges) } }
}

/** What a page of somebody's desk is about, as the log has it: their co-op, or the region of a bureau operator. */
export function deskOf(
  account: NonNullable<Account>,
  first: Pick<DividendItem, 'village'> | undefined,
): Thing {
  const held = (role: Role) => account.roles.find((grant) => grant.role === role && grant.scope)
  const cooperative = held('cooperative')
  if (cooperative?.scope)
    return {
      kind: 'organisation',
      id: cooperative.scope,
      name: cooperative.scopeName,
      // A co-op's households may lie all over its county.
      ...(first ? { place: countyOf(first.village) } : {}),
    }
  const bureau = held('bureau')
  return { kind: 'region', id: bureau?.scope ?? '', name: bureau?.scopeName ?? '', place: bureau?.scope }
}
