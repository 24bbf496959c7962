import { keysOf } from '../indexes/keys'
import type { Index } from '../indexes/plan'
import type { Document, IndexKey, IndexSchema } from '../types'
import { parseBody } from './body'
import type { Connection } from './open'

/** A collection: its documents in order of insertion, and an index table each. The first index is that of `_id`. */
export interface Collection {
  name: string
  id: number
  docs: string
  indexes: Index[]
}

/** A statement with any number of parameters; libsql's own type knows one. */
export interface Statement {
  get(...parameters: unknown[]): unknown
  all(...parameters: unknown[]): unknown[]
  run(...parameters: unknown[]): { lastInsertRowid: number | bigint }
}

const ID_INDEX: IndexKey[] = [{ field: '_id', direction: 1 }]

interface IndexRow {
  id: number
  name: string
  definition: string
  many: string
}

const definitionOf = ({ keys, unique }: IndexSchema): string =>
  JSON.stringify({
    keys: keys.map(({ field, direction }) => ({ field, direction })),
    unique: unique === true,
  })

const indexOf = ({ id, name, definition, many }: IndexRow): Index => ({
  name,
  ...(JSON.parse(definition) as { keys: IndexKey[]; unique: boolean }),
  many: JSON.parse(many) as boolean[],
  table: `index_${id}`,
})

/** Makes the collection where it is not there, and gives it the indexes its schema names, no others. */
export function makeCollection(
  connection: Connection,
  name: string,
  wanted: readonly IndexSchema[] | undefined,
): Collection {
  const known = connection.prepare('SELECT id FROM collections WHERE name = ?').get(name) as
    | { id: number }
    | undefined
  const id =
    known?.id ??
    Number(connection.prepare('INSERT INTO collections (name) VALUES (?)').run(name).lastInsertRowid)
  const docs = `docs_${id}`
  // `key` is the encoded _id: this table is its own index of it.
  connection.exec(
    `CREATE TABLE IF NOT EXISTS ${docs} (n INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
  )
  const rows = () =>
    connection
      .prepare('SELECT id, name, definition, many FROM indexes WHERE collection = ? ORDER BY id')
      .all(id) as IndexRow[]
  const idIndex: Index = { name: '_id_', keys: ID_INDEX, unique: true, many: [false], table: docs }
  const collection = { name, id, docs, indexes: [idIndex] }
  if (wanted) {
    for (const row of rows()) {
      const same = wanted.find((each) => each.name === row.name && definitionOf(each) === row.definition)
      if (!same) dropIndex(connection, row.id)
    }
    const present = new Set(rows().map((row) => row.name))
    for (const each of wanted) if (!present.has(each.name)) buildIndex(connection, collection, each)
  }
  collection.indexes.push(...rows().map(indexOf))
  return collection
}

function dropIndex(connection: Connection, id: number): void {
  connection.exec(`DROP TABLE index_${id}`)
  connection.prepare('DELETE FROM indexes WHERE id = ?').run(id)
}

function buildIndex(connection: Connection, { id, docs }: Collection, schema: IndexSchema): void {
  const { lastInsertRowid } = connection
    .prepare('INSERT INTO indexes (collection, name, definition, many) VALUES (?, ?, ?, ?)')
    .run(id, schema.name, definitionOf(schema), JSON.stringify(schema.keys.map(() => false)))
  const table = `index_${lastInsertRowid}`
  connection.exec(
    `CREATE TABLE ${table} (key BLOB NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (key, n)) WITHOUT ROWID`,
  )
  const insert = connection.prepare(`INSERT OR IGNORE INTO ${table} VALUES (?, ?)`)
  const many = schema.keys.map(() => false)
  const page = connection.prepare(`SELECT n, body FROM ${docs} WHERE n > ? ORDER BY n LIMIT 1000`)
  for (let last = 0; ; ) {
    const found = page.all(last) as { n: number; body: string }[]
    for (const { n, body } of found) {
      const keys = keysOf(parseBody(body) as Document, schema.keys)
      for (const row of keys.rows) insert.run(row, n)
      keys.many.forEach((each, place) => {
        many[place] ||= each
      })
    }
    const end = found.at(-1)
    if (!end) break
    last = end.n
  }
  connection.prepare('UPDATE indexes SET many = ? WHERE id = ?').run(JSON.stringify(many), lastInsertRowid)
}
