import { rmSync } from 'node:fs'
import type { Disk } from './disk'
import { inOneStep } from './step'
import { makeCollection } from './tables'

const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`

/** Everything there is now, into a file of its own. */
export function copyTo({ connection }: Disk, path: string): void {
  rmSync(path, { force: true })
  connection.exec(`VACUUM INTO ${quoted(path)}`)
}

interface Table {
  name: string
  sql: string
}

/** All documents, collections and indexes become those of the file, in one step. */
export function copyFrom(disk: Disk, path: string): void {
  const { connection, collections } = disk
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
        else connection.exec(`DELETE FROM ${name}`)
      for (const { name, sql } of kept) {
        if (present.get(name) !== sql) connection.exec(sql)
        connection.exec(`INSERT INTO main.${name} SELECT * FROM kept.${name}`)
      }
    })
  } finally {
    connection.exec('DETACH kept')
  }
  collections.clear()
  for (const { name } of connection.prepare('SELECT name FROM collections').all() as { name: string }[])
    collections.set(name, makeCollection(connection, name, undefined))
}
