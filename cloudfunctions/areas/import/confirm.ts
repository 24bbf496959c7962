import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { importOf, present, requireRows } from './access'
import type { ImportDocument } from './documents'
import { work } from './work'

/** Begins to write. Pressed again, also by somebody else, it goes on with what has begun. */
export const confirm: Handler<'import.confirm'> = async ({ importId }, context) => {
  const found = await importOf(importId, context)
  requireRows(found, context.now)
  const about = { kind: 'import' as const, id: importId, name: found.kind }
  await context.once(
    async (transaction) => {
      const now = await transaction.get<ImportDocument>('imports', importId)
      if (now?.state === 'writing' || now?.state === 'done') return { importId }
      if (now?.state !== 'ready') throw new Refused('IMPORT_NOT_READY')
      await transaction.update('imports', importId, { state: 'writing', next: 0 })
      return { importId }
    },
    undefined,
    { about: [{ ...about, ...(found.scopes[0] ? { place: found.scopes[0] } : {}) }] },
  )
  // Where it had begun before, `work` finds out how far it has come.
  return present(await work({ ...found, state: 'writing', next: 0 }, context), context.now)
}
