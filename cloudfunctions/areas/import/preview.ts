import { createHash } from 'node:crypto'
import { MOST_BYTES, MOST_ROWS } from '../../../contract/import'
import { doer } from '../../platform/audit'
import type { KnownContext } from '../../platform/context'
import { collection } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { requireOwnFiles } from '../../platform/files'
import { Refused } from '../../platform/refusal'
import { download, removeFiles } from '../../platform/storage'
import { readWorkbook, type Sheet } from '../workbook/read'
import { Unreadable } from '../workbook/unreadable'
import { importOf, importScopes, placesOfImport, present, requireKind } from './access'
import { CHUNK_ROWS, chunkId, type ImportChunk, type ImportDocument, storable } from './documents'
import type { Surroundings } from './kinds/kind'
import { rowsOf } from './rows'
import { surroundingsOf } from './surroundings'
import { readTable } from './table'
import { work } from './work'

/** Rows hold personal data; an import can be taken back as long as they are there. */
const KEPT_MS = 30 * 24 * 60 * 60_000

/** Titles and headings are rows as well. */
const ABOVE = 20

async function sheetOf(fileID: string): Promise<Sheet> {
  const bytes = await download(fileID, MOST_BYTES)
  if (bytes === 'missing') throw new Refused('FILE_MISSING')
  if (bytes === 'tooBig') throw new Refused('FILE_TOO_BIG')
  try {
    return readWorkbook(bytes, MOST_ROWS + ABOVE)
  } catch (error) {
    throw error instanceof Unreadable ? new Refused(error.code) : error
  }
}

const importIdOf = ({ openid, requestId }: KnownContext): string =>
  `import-${createHash('sha256').update(`${openid}\n${requestId}`).digest('hex').slice(0, 24)}`

/** Reads a file into chunks, writes nothing else, and begins to compare. The file goes, whatever became of it. */
export const preview: Handler<'import.preview'> = async ({ kind, fileID }, context) => {
  const scopes = importScopes(context)
  requireKind(kind, scopes)
  try {
    requireOwnFiles(context.openid, context.configuration, [fileID])
  } catch {
    throw new Refused('FILE_MISSING')
  }
  const _id = importIdOf(context)
  if (await context.answered()) return present(await work(await importOf(_id, context), context), context.now)
  const sheet = await sheetOf(fileID).finally(() => removeFiles([fileID]).catch(() => undefined))
  const surroundings = await surroundingsOf({ _id, scopes }, context)
  const stored = await store(_id, kind, sheet, surroundings, context)
  return present(await work(stored, context, surroundings), context.now)
}

async function store(
  _id: string,
  kind: ImportDocument['kind'],
  sheet: Sheet,
  surroundings: Surroundings,
  context: KnownContext,
): Promise<ImportDocument> {
  const table = readTable(kind, sheet)
  const scopes = [...surroundings.places.scopes]
  const rows = rowsOf(_id, kind, table, surroundings)
  const forgetAt = new Date(context.now.getTime() + KEPT_MS).toISOString()
  const chunks = Math.ceil(rows.length / CHUNK_ROWS)
  for (let number = 0; number < chunks; number++) {
    const some = rows.slice(number * CHUNK_ROWS, (number + 1) * CHUNK_ROWS)
    const problems = some.flatMap((each) => each.problems)
    const chunk: Omit<ImportChunk, '_id'> = {
      ...{ importId: _id, number, rows: some.map(({ row }) => row), problems },
      ...{ troubled: problems.length > 0, forgetAt },
    }
    await collection('importChunks')
      .doc(chunkId(_id, number))
      .set({ data: storable(chunk) })
  }
  const none = { new: 0, changed: 0, same: 0, wrong: 0, written: 0, refused: 0, undone: 0, kept: 0 }
  const fresh: ImportDocument = {
    ...{ _id, kind, at: context.now.toISOString(), who: doer(context), scopes },
    ...{ places: placesOfImport(scopes), state: 'checking', chunks, next: 0 },
    ...{ counts: { rows: rows.length, ...none }, letters: table.letters, notes: table.notes, forgetAt },
  }
  const about = { kind: 'import' as const, id: _id, name: kind, place: scopes[0] }
  await context.once(
    async (transaction) => {
      await transaction.set('imports', storable(fresh))
      return { importId: _id }
    },
    undefined,
    { about: [storable(about)] },
  )
  return fresh
}
