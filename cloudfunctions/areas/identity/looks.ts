import { actName } from '../../../contract/act-names'
import type { Look } from '../../../contract/identity'
import { type KnownContext, ownIds } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import type { AuditDocument } from '../audit/documents'

/** One round trip. */
export const looks: Handler<'identity.looks'> = ({ cursor }, context) => looksAt(context, cursor)

/** What others did or looked at that is about the caller or their household, newest first. One round trip. */
export async function looksAt(
  { account }: KnownContext,
  cursor: string | undefined,
): Promise<{ looks: Look[]; next?: string }> {
  const concerned = [...ownIds(account), ...(account.householdId ? [account.householdId] : [])]
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const base = { concerns: command.in(concerned), 'who.personId': command.neq(account.personId) }
  const following =
    after && command.or([{ at: command.lt(after.value) }, { at: after.value, _id: command.lt(after.id) }])
  const found = await rows<AuditDocument>(
    collection('audit')
      .where((following ? command.and([base, following]) : base) as object)
      .orderBy('at', 'desc')
      .orderBy('_id', 'desc')
      .limit(PAGE + 1),
  )
  const shown = page(found, PAGE, (row) => ({ value: row.at, id: row._id }))
  return {
    looks: shown.rows.map(({ at, who, operation, reason }) => ({
      at,
      who: who.name || '没登记的微信',
      what: actName(operation),
      reason,
    })),
    next: shown.next,
  }
}
