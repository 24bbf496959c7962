import type { DatabaseSchema } from '../types'
import { makeReader, type Reader } from './body'
import { type Connection, openDatabase } from './open'
import { inOneStep } from './step'
import { type Collection, makeCollection, type Statement } from './tables'

/** The open database: its collections, statements prepared once, documents read lately. */
export interface Disk {
  connection: Connection
  collections: Map<string, Collection>
  /** The statement of a text; `rows` answers its rows as lists. */
  statement(sql: string): Statement
  rows(sql: string): Statement
  read: Reader
  /** The snapshot last made or restored, and the tables that have changed since: a restore leaves the others. */
  kept?: { path: string; changed: Set<string> }
  create(name: string): Collection
  close(): void
}

/** With its parameters as a list: libsql takes a single Buffer for an object of named ones, and the process ends. */
function listed(statement: ReturnType<Connection['prepare']>): Statement {
  const own = statement as unknown as Statement
  return {
    get: (...parameters) => own.get(parameters),
    all: (...parameters) => own.all(parameters),
    run: (...parameters) => own.run(parameters),
  }
}

export function openDisk(file: string, schema: DatabaseSchema, maxPages?: number): Disk {
  const connection = openDatabase(file, maxPages)
  const statements = new Map<string, Statement>()
  const prepared = (key: string, make: () => Statement): Statement => {
    const known = statements.get(key) ?? make()
    statements.set(key, known)
    return known
  }
  const collections = new Map<string, Collection>()
  inOneStep(connection, () => {
    for (const [name, { indexes = [] }] of Object.entries(schema.collections))
      collections.set(name, makeCollection(connection, name, indexes))
    for (const { name } of connection.prepare('SELECT name FROM collections').all() as { name: string }[])
      if (!collections.has(name)) collections.set(name, makeCollection(connection, name, undefined))
  })
  return {
    connection,
    collections,
    statement: (sql) => prepared(sql, () => listed(connection.prepare(sql))),
    rows: (sql) => prepared(`rows ${sql}`, () => listed(connection.prepare(sql).raw())),
    read: makeReader(),
    create(name) {
      const known = collections.get(name)
      if (known) return known
      const made = makeCollection(connection, name, undefined)
      collections.set(name, made)
      return made
    },
    close() {
      statements.clear()
      // libsql keeps the file open until its statements are collected; what is in the log must not wait for that.
      connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      connection.close()
    },
  }
}
