import type { KnownContext } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import type { ImportDocument, WrittenRow } from './documents'
import { referred } from './referred'
import { undoRow } from './undo-row'

/** Rows taken back before the clock is looked at. */
const BATCH = 50
const AT_ONCE = 5

/**
 * Takes back some of the rows an import wrote, the last ones first. Rows that somebody has touched since, or that others
 * refer to by now, are kept. When none is left, the import is undone.
 */
export async function undoSome(found: ImportDocument, context: KnownContext, until: number): Promise<void> {
  const { _id: importId } = found
  while (Date.now() <= until) {
    const written = await rows<WrittenRow>(
      collection('importRows').where({ importId, state: 'written' }).orderBy('row', 'desc').limit(BATCH),
    )
    const kept = await referred(written)
    let at = 0
    const worker = async () => {
      for (let row = written[at++]; row; row = written[at++])
        await undoRow(row, kept.has(row._id), context, until)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    await count(found, written.length < BATCH)
    if (written.length < BATCH) return
  }
}

/** Counts what is undone and kept from the rows themselves: whoever counts comes to the same. */
async function count({ _id }: ImportDocument, last: boolean): Promise<void> {
  const of = async (state: WrittenRow['state']) =>
    ((await collection('importRows').where({ importId: _id, state }).count()) as { total: number }).total
  const data = {
    'counts.undone': await of('undone'),
    'counts.kept': await of('kept'),
    ...(last ? { state: 'undone' } : {}),
  }
  await collection('imports')
    .where({ _id, state: command.eq('undoing') })
    .update({ data })
}
