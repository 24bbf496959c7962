import { collection } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { importOf, present, requireRows, undoable } from './access'
import type { ImportDocument } from './documents'
import { work } from './work'

/** Begins to take an import back; one that was taken back in part, again for what was kept. */
export const undo: Handler<'import.undo'> = async ({ importId }, context) => {
  const found = await importOf(importId, context)
  requireRows(found, context.now)
  const about = { kind: 'import' as const, id: importId, name: found.kind }
  await context.once(
    async (transaction) => {
      const now = await transaction.get<ImportDocument>('imports', importId)
      if (now?.state === 'undoing') return { importId }
      if (!now || (now.state !== 'undone' && now.state !== 'done')) throw new Refused('IMPORT_NOT_DONE')
      if (!undoable(now)) return { importId }
      await transaction.update('imports', importId, { state: 'undoing' })
      return { importId }
    },
    undefined,
    { about: [{ ...about, ...(found.scopes[0] ? { place: found.scopes[0] } : {}) }] },
  )
  // Where it had begun before, `work` finds out how far it has come.
  const now = await importOf(importId, context)
  if (now.state === 'undoing')
    await collection('importRows')
      .where({ importId, state: 'kept' })
      .update({ data: { state: 'written' } })
  return present(await work(now, context), context.now)
}
