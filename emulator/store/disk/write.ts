import { encode } from '../indexes/encode'
import { KEY_END, keysOf } from '../indexes/keys'
import type { Index } from '../indexes/plan'
import type { Document } from '../types'
import { Fault } from '../values'
import { bodyOf } from './body'
import type { Disk } from './disk'
import type { Row } from './rows'
import { inOneStep } from './step'
import type { Collection } from './tables'

export interface Change {
  collection: string
  /** Its `_id`. */
  id: unknown
  /** null removes it. */
  document: Document | null
  /** Its `_id` was just made: nothing can be there. */
  isNew?: true
}

export const keyOfId = (id: unknown): Buffer => Buffer.from([...encode(id), KEY_END])

export const duplicate = (collection: string, index: string) =>
  new Fault(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] E11000 duplicate key error collection: ${collection} index: ${index}`,
  )

/** Where a document lies, and its text. */
export function placeOf(disk: Disk, { docs }: Collection, id: unknown): Row | undefined {
  return disk.statement(`SELECT n, body FROM ${docs} WHERE key = ?`).get(keyOfId(id)) as Row | undefined
}

/** What the text of a document says. */
export const readAt = (disk: Disk, { docs }: Collection, { n, body }: Row): Document =>
  disk.read(`${docs}/${n}`, body)

/** The document of an `_id`; null where there is none. */
export function documentOf(disk: Disk, collection: Collection, id: unknown): Document | null {
  const place = placeOf(disk, collection, id)
  return place ? readAt(disk, collection, place) : null
}

const own = (collection: Collection): Index[] => collection.indexes.slice(1)

/** Rows of one index that go and that come with a change; those that stay are not touched. */
interface Moved {
  index: Index
  gone: Buffer[]
  come: Buffer[]
  many: boolean[]
}

const NOTHING: ReturnType<typeof keysOf> = { rows: [], many: [] }
const without = (rows: readonly Buffer[], others: readonly Buffer[]): Buffer[] => {
  if (rows.length === 0 || others.length === 0) return [...rows]
  const known = new Set(others.map((row) => row.toString('latin1')))
  return rows.filter((row) => !known.has(row.toString('latin1')))
}

function movedOf(index: Index, before: Document | null, after: Document | null): Moved {
  const old = before ? keysOf(before, index.keys) : NOTHING
  const made = after ? keysOf(after, index.keys) : NOTHING
  return { index, gone: without(old.rows, made.rows), come: without(made.rows, old.rows), many: made.many }
}

function takeRows(disk: Disk, { index: { table }, gone }: Moved, n: number): void {
  for (const row of gone) disk.statement(`DELETE FROM ${table} WHERE key = ? AND n = ?`).run(row, n)
}

function putRows(disk: Disk, collection: Collection, { index, come, many }: Moved, n: number): void {
  const { table, unique, name } = index
  for (const row of come) {
    // What is not there counts as null, so only one document may lack it.
    if (unique && disk.statement(`SELECT 1 FROM ${table} WHERE key = ? AND n <> ? LIMIT 1`).get(row, n))
      throw duplicate(collection.name, name)
    disk.statement(`INSERT OR IGNORE INTO ${table} VALUES (?, ?)`).run(row, n)
  }
  if (many.some((each, place) => each && !index.many[place])) {
    index.many = index.many.map((each, place) => each || many[place] === true)
    const id = Number(table.replace('index_', ''))
    disk.statement('UPDATE indexes SET many = ? WHERE id = ?').run(JSON.stringify(index.many), id)
  }
}

/** All rows that go, then all that come: what one document gives up another may take in the same step. */
export function change(disk: Disk, changes: readonly Change[]): void {
  const planned = changes.map(({ collection: name, id, document, isNew }) => {
    const collection = disk.collections.get(name) as Collection
    for (const { table } of collection.indexes) disk.kept?.changed.add(table)
    const place = isNew ? undefined : placeOf(disk, collection, id)
    const before = place && collection.indexes.length > 1 ? readAt(disk, collection, place) : null
    const moved = own(collection).map((index) => movedOf(index, before, document))
    if (place) for (const each of moved) takeRows(disk, each, place.n)
    return { collection, id, document, place, moved }
  })
  for (const { collection, id, document, place, moved } of planned) {
    const { docs } = collection
    if (!document) {
      if (place) disk.statement(`DELETE FROM ${docs} WHERE n = ?`).run(place.n)
      continue
    }
    const body = bodyOf(document)
    if (place) disk.statement(`UPDATE ${docs} SET body = ? WHERE n = ?`).run(body, place.n)
    const n =
      place?.n ??
      Number(
        disk.statement(`INSERT INTO ${docs} (key, body) VALUES (?, ?)`).run(keyOfId(id), body)
          .lastInsertRowid,
      )
    for (const each of moved) putRows(disk, collection, each, n)
  }
}

/**
 * Makes changes, all or none; durable when it returns.
 * @param tryOnly makes nothing: only throws what making them would throw
 */
export const commit = (disk: Disk, changes: readonly Change[], tryOnly = false): void =>
  inOneStep(disk.connection, () => change(disk, changes), tryOnly)
