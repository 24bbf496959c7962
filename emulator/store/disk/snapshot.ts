import { rmSync } from 'node:fs'
import type { Disk } from './disk'
import { inOneStep } from './step'
import { makeCollection } from './tables'

const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`

/** Everything there is now, into a file of its own. */
export function copyTo(disk: Disk, path: string): void {
  rmSync(path, { force: true })
  disk.connection.exec(`VACUUM INTO ${quoted(path)}`)
  disk.kept = { path, changed: new Set() }
}

interface Table {
  name: string
  sql: string
}

/** What says which collections and indexes there are: small, and not written by way of documents. */
const CATALOGUE = ['collections', 'indexes']

/** All documents, collections and indexes become those of the file, in one step; what has not changed since is left. */
export function copyFrom(disk: Disk, path: string): void {
  const { connection, collections, kept: last } = disk
  const isAsKept = (name: string) =>
    last?.path === path && !last.changed.has(name) && !CATALOGUE.includes(name)
  connection.exec(`ATTACH ${quoted(path)} AS kept`)
  try {
    const tables = (schema: string) =>
      connection
        .prepare(`SELECT name, sql FROM ${schema}.sqlite_master WHERE type = 'table' ORDER BY name`)
        .all() as Table[]
    inOneStep(connection, () => {
      const present = new Map(tables('main').map((table) => [table.name, table.sql]))
      const kept = tables('kept')
      for (const name of present.keys())
        if (!kept.some((table) => table.name === name && table.sql === present.get(name)))
          connection.exec(`DROP TABLE ${name}`)
        else if (!isAsKept(name)) connection.exec(`DELETE FROM ${name}`)
      for (const { name, sql } of kept) {
        if (present.get(name) !== sql) connection.exec(sql)
        else if (isAsKept(name)) continue
        connection.exec(`INSERT INTO main.${name} SELECT * FROM kept.${name}`)
      }
    })
  } finally {
    connection.exec('DETACH kept')
  }
  disk.kept = { path, changed: new Set() }
  collections.clear()
  for (const { name } of connection.prepare('SELECT name FROM collections').all() as { name: string }[])
    collections.set(name, makeCollection(connection, name, undefined))
}
