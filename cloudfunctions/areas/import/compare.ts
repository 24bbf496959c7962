import type { Problem } from '../../../contract/import'
import { collection, read } from '../../platform/database'
import { columnOf } from './columns-of'
import { chunkId, type ImportChunk, type ImportDocument, type ImportRow, storable } from './documents'
import { COLLECTION_OF, KINDS } from './kinds'
import type { Change, Get, Surroundings } from './kinds/kind'
import { byIds } from './lookups'

type Compared = ImportRow['state']

/** Documents by the ids rows name, read at once and answered one by one. */
async function fetched(ids: readonly Record<string, string>[]): Promise<Get> {
  const of = new Map<string, string[]>()
  for (const each of ids)
    for (const [what, id] of Object.entries(each)) {
      const name = COLLECTION_OF[what]!
      of.set(name, [...(of.get(name) ?? []), id])
    }
  const found = new Map<string, Map<string, { _id: string }>>()
  for (const [name, wanted] of of) found.set(name, await byIds(name as 'people', wanted))
  return async <T>(name: string, id: string) => (found.get(name)?.get(id) ?? null) as T | null
}

/** Not there before, or archived by an import that was undone. */
const isNew = ({ before }: Change): boolean => before === null || 'archived' in before

/**
 * Compares a chunk's rows with what is stored: each is new, changed, the same, or wrong with a problem that says why. Stores
 * the chunk; again it comes to the same. Answers how many there are of each.
 */
export async function compareChunk(
  found: ImportDocument,
  surroundings: Surroundings,
): Promise<Partial<Record<Compared, number>>> {
  const { _id: importId, kind, next } = found
  const chunk = await read<ImportChunk>('importChunks', chunkId(importId, next))
  if (!chunk) throw new Error('a chunk of an import is missing')
  const ids = await KINDS[kind].find(chunk.rows, surroundings)
  const get = await fetched(ids.flatMap((each) => ('ids' in each ? [each.ids] : [])))
  const problems: Problem[] = [...chunk.problems]
  for (const [index, row] of chunk.rows.entries()) {
    const of = ids[index]!
    if (row.state === 'wrong') {
      // What is missing in the registry is said at once, not only when the row's cells have been put right.
      if ('wrong' in of && of.key && of.key in row.values && row.village)
        problems.push({ row: row.row, ...columnOf(found, of.key), sentence: of.wrong, blocks: true })
      continue
    }
    const plan = 'wrong' in of ? of : await KINDS[kind].plan({ ...row, ids: of.ids }, get, surroundings)
    if ('wrong' in plan) {
      row.state = 'wrong'
      problems.push({ row: row.row, ...columnOf(found, plan.key), sentence: plan.wrong, blocks: true })
      continue
    }
    row.ids = (of as { ids: Record<string, string> }).ids
    row.state = plan.changes.length === 0 ? 'same' : plan.changes.some(isNew) ? 'new' : 'changed'
  }
  problems.sort((a, b) => a.row - b.row)
  const { _id, ...data } = storable({ ...chunk, problems, troubled: problems.length > 0 })
  await collection('importChunks').doc(_id).set({ data })
  const counts: Partial<Record<Compared, number>> = {}
  for (const { state } of chunk.rows) counts[state] = (counts[state] ?? 0) + 1
  return counts
}
