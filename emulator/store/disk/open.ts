import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'libsql'

export type Connection = InstanceType<typeof Database>

/** Ours, in the header of the file: 'KJZN'. */
const APPLICATION = 0x4b4a5a4e
/** Of the tables; a directory of another one is not read. */
const VERSION = 2
/** A file up to this size is read through before it is trusted, in bytes. */
const CHECKED = 256 * 1024 * 1024

/** A data directory that cannot be used, in a sentence. */
export class Unusable extends Error {}

const TABLES = `
  CREATE TABLE collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE indexes (
    id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
    many TEXT NOT NULL, UNIQUE (collection, name)
  );
`

/** A file that was cut short says in its header that it has more pages than there are. */
function isTorn(file: string): boolean {
  const header = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  try {
    if (readSync(handle, header, 0, 100, 0) < 100) return statSync(file).size > 0
  } finally {
    closeSync(handle)
  }
  const size = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  // With a log beside it the header may be ahead of the file; SQLite itself tells then.
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
  return log === 0 && statSync(file).size < header.readUInt32BE(28) * size
}

/**
 * Opens the database file, or makes it. WAL with full synchronisation: what is committed is on the disk.
 * @param maxPages an artificial limit of the file's size in pages, to try what happens on a full disk
 * @throws Unusable where it is not ours, of another version, or damaged
 */
export function openDatabase(file: string, maxPages?: number): Connection {
  const inMemory = file === ':memory:'
  if (!inMemory) mkdirSync(dirname(file), { recursive: true })
  const advice = 'name another directory, or start over with --fresh'
  if (!inMemory && existsSync(file) && isTorn(file))
    throw new Unusable(`${file} is damaged: it ends too early; ${advice}`)
  const connection = new Database(file)
  try {
    connection.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536')
    const value = (name: string) =>
      Number(Object.values(connection.prepare(`PRAGMA ${name}`).get() as object)[0])
    const tables = connection.prepare('SELECT count(*) AS n FROM sqlite_master').get() as { n: number }
    if (tables.n === 0) {
      connection.exec(
        `BEGIN; PRAGMA application_id=${APPLICATION}; PRAGMA user_version=${VERSION}; ${TABLES} COMMIT`,
      )
    } else if (value('application_id') !== APPLICATION)
      throw new Unusable(`${file} is not a database of the local cloud; ${advice}`)
    else if (value('user_version') !== VERSION)
      throw new Unusable(`${file} was written by another version of the local cloud; ${advice}`)
    if (!inMemory && statSync(file).size <= CHECKED) {
      const { quick_check: found } = connection.prepare('PRAGMA quick_check(1)').get() as {
        quick_check: string
      }
      if (found !== 'ok') throw new Unusable(`${file} is damaged: ${found}; ${advice}`)
    }
    if (maxPages !== undefined) connection.exec(`PRAGMA max_page_count=${maxPages}`)
    return connection
  } catch (error) {
    connection.close()
    if (error instanceof Unusable) throw error
    throw new Unusable(`${file} cannot be read: ${(error as Error).message}; ${advice}`)
  }
}
