import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { EJSON } from 'bson'
import Database from 'libsql'
import { actions } from './actions'
import { apply, type Engine } from './engine'
import { makeCollection, match, put } from './memory'
import { expire, makeTransactions } from './transactions'
import type { Answer, Document, Store, StoreOptions } from './types'
import { Fault, stringify } from './values'
import { newId } from './writes'

export type * from './types'

interface Row {
  collection: string
  id: string
  body: string
}

/** Opens (or creates) the database file and reads it into memory; a write is on disk before it is acknowledged. */
export function openStore({ file, schema, now = Date.now }: StoreOptions): Store {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const disk = new Database(file)
  disk.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL')
  disk.exec(
    'CREATE TABLE IF NOT EXISTS documents (collection TEXT, id TEXT, body TEXT NOT NULL, PRIMARY KEY (collection, id)) WITHOUT ROWID',
  )
  disk.exec('CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY)')
  const engine: Engine = {
    collections: new Map(),
    transactions: makeTransactions(),
    sequence: 0,
    now,
    commit,
    create,
  }
  for (const name of Object.keys(schema.collections))
    engine.collections.set(name, makeCollection(name, schema.collections[name] ?? {}))
  for (const { name } of disk.prepare('SELECT name FROM collections').all() as { name: string }[]) {
    if (!engine.collections.has(name)) engine.collections.set(name, makeCollection(name, {}))
  }
  for (const row of disk
    .prepare('SELECT collection, id, body FROM documents')
    .iterate() as IterableIterator<Row>) {
    const collection = engine.collections.get(row.collection) ?? makeCollection(row.collection, {})
    engine.collections.set(row.collection, collection)
    put(collection, row.id, EJSON.parse(row.body) as Document, 0)
  }
  const upsert = disk.prepare(
    'INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body',
  )
  const remove = disk.prepare('DELETE FROM documents WHERE collection = ? AND id = ?')

  /** Everything or nothing, durable when it returns. */
  function commit(changes: readonly { collection: string; id: string; document: Document | null }[]): void {
    disk.exec('BEGIN IMMEDIATE')
    try {
      for (const { collection, id, document } of changes) {
        if (document) upsert.run(collection, id, stringify(document))
        else remove.run(collection, id)
      }
      disk.exec('COMMIT')
    } catch (error) {
      disk.exec('ROLLBACK')
      throw error
    }
  }
  function create(name: string): void {
    disk.prepare('INSERT OR IGNORE INTO collections VALUES (?)').run(name)
    if (!engine.collections.has(name)) engine.collections.set(name, makeCollection(name, {}))
  }

  return {
    async handle(action, payload): Promise<Answer> {
      try {
        if (typeof payload !== 'object' || payload === null)
          throw new Fault('INVALID_PARAM', 'an object is expected')
        const handler = actions.get(action)
        if (!handler) throw new Fault('INVALID_PARAM', `unknown action ${String(action).slice(0, 60)}`)
        expire(engine.transactions, now())
        const { data, transactionId, scanned, returned } = await handler(engine, payload)
        const collection = typeof payload.collectionName === 'string' ? payload.collectionName : undefined
        const meta = { collection, scanned, returned }
        return transactionId === undefined ? { data, meta } : { data, transactionId, meta }
      } catch (error) {
        if (error instanceof Fault) return { code: error.code, message: error.message }
        // What mingo or SQLite cannot do with a request is the request's fault; the text says what.
        return { code: 'DATABASE_REQUEST_FAILED', message: `[FailedOperation] ${(error as Error).message}` }
      }
    },
    insertMany(name, documents) {
      create(name)
      apply(
        engine,
        documents.map((document) => {
          const _id = document._id ?? newId()
          return { collection: name, id: String(_id), document: { ...document, _id } }
        }),
      )
      return documents.length
    },
    collections: () =>
      [...engine.collections.values()].map(({ name, versions }) => ({ name, count: versions.size })),
    find(name, filter, limit = 100) {
      const collection = engine.collections.get(name)
      return collection ? match(collection, filter).documents.slice(0, limit) : []
    },
    close: () => disk.close(),
  }
}
