import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import { EVERY, importScopes, present } from './access'
import type { ImportDocument } from './documents'

/** The imports of the caller's regions, newest first. One round trip. */
export const list: Handler<'import.list'> = async ({ cursor }, context) => {
  const scopes = importScopes(context).map((scope) => (scope === '' ? EVERY : scope))
  const base = { places: scopes.length === 1 ? scopes[0] : command.in(scopes) }
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const where = after
    ? command.and([
        base,
        command.or([{ at: command.lt(after.value) }, { at: after.value, _id: command.lt(after.id) }]),
      ])
    : base
  const found = await rows<ImportDocument>(
    collection('imports')
      .where(where as object)
      .orderBy('at', 'desc')
      .orderBy('_id', 'desc')
      .limit(PAGE + 1),
  )
  const shown = page(found, PAGE, ({ at, _id }) => ({ value: at, id: _id }))
  return { imports: shown.rows.map((each) => present(each, context.now)), next: shown.next }
}
