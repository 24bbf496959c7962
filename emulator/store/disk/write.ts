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

function takeRows(disk: Disk, collection: Collection, place: Row): void {
  if (collection.indexes.length === 1) return
  const document = readAt(disk, collection, place)
  for (const { table, keys } of own(collection)) {
    const remove = disk.statement(`DELETE FROM ${table} WHERE key = ? AND n = ?`)
    for (const row of keysOf(document, keys).rows) remove.run(row, place.n)
  }
}

function putRows(disk: Disk, collection: Collection, document: Document, n: number): void {
  for (const index of own(collection)) {
    const { table, keys, unique, name } = index
    const { rows, many } = keysOf(document, keys)
    const insert = disk.statement(`INSERT OR IGNORE INTO ${table} VALUES (?, ?)`)
    for (const row of rows) {
      // What is not there counts as null, so only one document may lack it.
      if (unique && disk.statement(`SELECT 1 FROM ${table} WHERE key = ? AND n <> ? LIMIT 1`).get(row, n))
        throw duplicate(collection.name, name)
      insert.run(row, n)
    }
    if (many.some((each, place) => each && !index.many[place])) {
      index.many = index.many.map((each, place) => each || many[place] === true)
      const id = Number(table.replace('index_', ''))
      disk.statement('UPDATE indexes SET many = ? WHERE id = ?').run(JSON.stringify(index.many), id)
    }
  }
}

/** All rows that go, then all that come: what one document gives up another may take in the same step. */
export function change(disk: Disk, changes: readonly Change[]): void {
  const before = changes.map(({ collection: name, id }) => {
    const collection = disk.collections.get(name) as Collection
    const place = placeOf(disk, collection, id)
    if (place) takeRows(disk, collection, place)
    return { collection, place }
  })
  for (const [number, { id, document }] of changes.entries()) {
    const { collection, place } = before[number] as (typeof before)[number]
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
    putRows(disk, collection, document, n)
  }
}

/**
 * Makes changes, all or none; durable when it returns.
 * @param tryOnly makes nothing: only throws what making them would throw
 */
export const commit = (disk: Disk, changes: readonly Change[], tryOnly = false): void =>
  inOneStep(disk.connection, () => change(disk, changes), tryOnly)
