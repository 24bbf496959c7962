import type { BindingRequest as Shown } from '../../../contract/identity'
import { type KnownContext, scopesOf } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import type { BindingRequest } from './documents'

/** One round trip, served by (state, places, time). */
export const bindingRequests: Handler<'identity.bindingRequests'> = async ({ state, cursor }, context) => {
  const scopes = decidingScopes(context)
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const base = { state, places: scopes.length === 1 ? scopes[0] : command.in(scopes) }
  const following =
    after && command.or([{ at: command.gt(after.value) }, { at: after.value, _id: command.gt(after.id) }])
  const found = await rows<BindingRequest>(
    collection('bindingRequests')
      .where((following ? command.and([base, following]) : base) as object)
      .orderBy('at', 'asc')
      .orderBy('_id', 'asc')
      .limit(PAGE + 1),
  )
  const shown = page(found, PAGE, (row) => ({ value: row.at, id: row._id }))
  return { requests: shown.rows.map(presentRequest), next: shown.next }
}

/** Where the caller decides about requests. */
export const decidingScopes = ({ account }: KnownContext): string[] =>
  [...scopesOf(account, 'bureau'), ...scopesOf(account, 'informant')].filter((scope) => scope.length >= 6)

const presentRequest = (row: BindingRequest): Shown => ({
  requestId: row._id,
  at: row.at,
  state: row.state,
  name: row.name,
  phone: row.phone,
  villageName: row.villageName,
  proposed: row.proposed,
  decidedBy: row.decided?.name,
  reason: row.decided?.reason,
})
