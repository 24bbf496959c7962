import type { Problem } from '../../../contract/import'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, toCursor } from '../../platform/paging'
import { importOf, present } from './access'
import type { ImportChunk, ImportDocument, WrittenRow } from './documents'

/** Kept rows on a page. */
const KEPT = 100
const AFTER_ALL = -1

/** Two round trips: the import, and a page of its problems: those of the next chunk that has any. */
export const get: Handler<'import.get'> = async ({ importId, cursor }, context) => {
  const found = await importOf(importId, context)
  const after = cursor === undefined ? AFTER_ALL : Number(fromCursor(cursor).value)
  const undone = found.state === 'undoing' || found.state === 'undone'
  const { problems, next } = undone ? await keptRows(found, after) : await problemsOf(found, after)
  return {
    ...present(found, context.now),
    problems: cursor === undefined && !undone ? [...found.notes, ...problems] : problems,
    next: next === undefined ? undefined : toCursor({ value: String(next), id: importId }),
  }
}

interface Page {
  problems: Problem[]
  next?: number
}

async function problemsOf({ _id: importId }: ImportDocument, after: number): Promise<Page> {
  const [chunk, following] = await rows<ImportChunk>(
    collection('importChunks')
      .where({ importId, troubled: true, number: command.gt(after) })
      .orderBy('number', 'asc')
      .limit(2),
  )
  if (!chunk) return { problems: [] }
  return following ? { problems: chunk.problems, next: chunk.number } : { problems: chunk.problems }
}

async function keptRows({ _id: importId }: ImportDocument, after: number): Promise<Page> {
  const found = await rows<WrittenRow>(
    collection('importRows')
      .where({ importId, state: 'kept', row: command.gt(after) })
      .orderBy('row', 'asc')
      .limit(KEPT + 1),
  )
  const shown = found.slice(0, KEPT)
  const problems = shown.map(({ row, about }) => ({
    row,
    sentence: `“${about.name}”导入以后有人改过或者用过，没有撤销。`,
    blocks: true,
  }))
  const last = shown.at(-1)
  return found.length > KEPT && last ? { problems, next: last.row } : { problems }
}
