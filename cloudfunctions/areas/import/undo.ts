import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { importOf, present, requireRows } from './access'
import type { ImportDocument } from './documents'
import { work } from './work'

/** Begins to take an import back. */
export const undo: Handler<'import.undo'> = async ({ importId }, context) => {
  const found = await importOf(importId, context)
  requireRows(found, context.now)
  const about = { kind: 'import' as const, id: importId, name: found.kind }
  await context.once(
    async (transaction) => {
      const now = await transaction.get<ImportDocument>('imports', importId)
      if (now?.state === 'undoing' || now?.state === 'undone') return { importId }
      if (now?.state !== 'done') throw new Refused('IMPORT_NOT_DONE')
      await transaction.update('imports', importId, { state: 'undoing' })
      return { importId }
    },
    undefined,
    { about: [{ ...about, ...(found.scopes[0] ? { place: found.scopes[0] } : {}) }] },
  )
  // Where it had begun before, `work` finds out how far it has come.
  return present(await work({ ...found, state: 'undoing' }, context), context.now)
}
