import type { Problem } from '../../../contract/import'
import type { KnownContext } from '../../platform/context'
import { collection, read } from '../../platform/database'
import { columnOf } from './columns-of'
import { chunkId, type ImportChunk, type ImportDocument, storable, type WrittenRow } from './documents'
import type { Surroundings } from './kinds/kind'
import { whereIn } from './lookups'
import type { Added } from './work'
import { writeRow } from './write-row'

/** Rows written at the same time: each is some exchanges, one after the other. */
const AT_ONCE = 6

/**
 * Writes the rows of a chunk that are new or changed, each in a transaction of its own; those that are written already are
 * known by what they left. A row that cannot be written any more is named. Undefined: the time was over.
 */
export async function writeChunk(
  found: ImportDocument,
  surroundings: Surroundings,
  context: KnownContext,
  until: number,
): Promise<Added> {
  const { _id: importId, next } = found
  const chunk = await read<ImportChunk>('importChunks', chunkId(importId, next))
  if (!chunk) throw new Error('a chunk of an import is missing')
  const there = await whereIn<WrittenRow>('importRows', 'importId', [importId], { chunk: next })
  const done = new Set(there.map(({ row }) => row))
  const waiting = chunk.rows.filter(
    ({ row, state }) => (state === 'new' || state === 'changed') && !done.has(row),
  )
  const late: Problem[] = []
  let [written, at] = [done.size, 0]
  const worker = async () => {
    for (let row = waiting[at++]; row && Date.now() <= until; row = waiting[at++]) {
      const outcome = await writeRow({ ...row, ids: row.ids ?? {} }, found, surroundings, context, until)
      if ('wrong' in outcome)
        late.push({
          ...{ row: row.row, ...columnOf(found, outcome.key) },
          ...{ sentence: `没有写入：${outcome.wrong}`, blocks: true },
        })
      else written++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  if (written + late.length < done.size + waiting.length) return undefined
  if (late.length > 0) {
    // Those of an earlier try at this chunk are said again, once.
    const problems = chunk.problems.filter(({ sentence }) => !sentence.startsWith('没有写入：'))
    const all = [...problems, ...late].sort((a, b) => a.row - b.row)
    const { _id, ...data } = storable({ ...chunk, problems: all, troubled: true })
    await collection('importChunks').doc(_id).set({ data })
  }
  return { written, refused: late.length }
}
