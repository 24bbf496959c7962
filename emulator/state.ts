import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

export type State = InstanceType<typeof Database>

const TABLES = `
  CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS active (openid TEXT PRIMARY KEY, at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS grants (openid TEXT, template TEXT, remaining INTEGER NOT NULL, PRIMARY KEY (openid, template));
  CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, openid TEXT NOT NULL, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS messages_of ON messages (openid, id);
  CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, owner TEXT, size INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS verdicts (trace TEXT PRIMARY KEY, openid TEXT NOT NULL, path TEXT, due INTEGER NOT NULL);
`

/**
 * Opens what the local cloud remembers beside the documents, and thereby takes its directory: the file stays locked
 * exclusively by the system until it is closed or its process dies, so a lock can never be stale. `lock` only tells
 * the next one who holds it.
 */
export function openState(dir: string): State {
  mkdirSync(dir, { recursive: true })
  const holder = join(dir, 'lock')
  const state = new Database(join(dir, 'wechat.sqlite'), { timeout: 0 })
  try {
    state.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL')
    state.exec(`BEGIN EXCLUSIVE; ${TABLES} COMMIT`)
  } catch (error) {
    state.close()
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
    const pid = existsSync(holder) ? readFileSync(holder, 'utf8').trim() : '?'
    throw new Error(
      `the directory ${dir} is in use by another local cloud (process ${pid}); stop it or name another directory`,
    )
  }
  writeFileSync(holder, `${process.pid}\n`)
  return state
}

/**
 * Closes it and gives the directory back. libsql keeps a connection, and its lock, until the last of its statements
 * is collected, so the lock is let go first: out of WAL (which does not let go), then one read in the normal mode.
 */
export function closeState(state: State): void {
  state.exec('PRAGMA journal_mode=DELETE; PRAGMA locking_mode=NORMAL')
  state.prepare('SELECT count(*) FROM secrets').get()
  state.close()
}
