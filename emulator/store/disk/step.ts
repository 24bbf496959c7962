import { Fault } from '../values'
import type { Connection } from './open'

/** SQLite's word for a disk, or a file, that holds no more gets the cloud's code; other errors stay. */
const told = (error: unknown): unknown =>
  (error as { code?: string }).code === 'SQLITE_FULL'
    ? new Fault('DATABASE_REQUEST_FAILED', '[LimitExceeded.DiskFull] the disk of the local cloud is full')
    : error

/**
 * Does work in one step, all of it or nothing; durable when it returns.
 * @param tryOnly undoes it: only throws what doing it would throw
 */
export function inOneStep<T>(connection: Connection, work: () => T, tryOnly = false): T {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const done = work()
    connection.exec(tryOnly ? 'ROLLBACK' : 'COMMIT')
    return done
  } catch (error) {
    // A full disk has rolled back by itself.
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw told(error)
  }
}
