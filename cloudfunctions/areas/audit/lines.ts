import { actName } from '../../../contract/act-names'
import type { AuditLine } from '../../../contract/audit'
import { collection, command, rows } from '../../platform/database'
import { fromCursor, PAGE, page } from '../../platform/paging'
import type { AuditDocument } from './documents'

/** A page of the log, newest first. One round trip. */
export async function auditPage(
  base: Record<string, unknown>,
  cursor: string | undefined,
): Promise<{ entries: AuditLine[]; next?: string }> {
  const after = cursor === undefined ? undefined : fromCursor(cursor)
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
  return { entries: shown.rows.map(presentLine), next: shown.next }
}

const presentLine = ({
  _id,
  at,
  operation,
  who,
  forWhom,
  about,
  reason,
  requestId,
}: AuditDocument): AuditLine => ({
  id: _id,
  at,
  operation,
  what: actName(operation),
  who: who.name || '没登记的微信',
  forWhom: forWhom?.name,
  about,
  reason,
  requestId,
})
