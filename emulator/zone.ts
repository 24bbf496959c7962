import { SHARE_ENV, Worker } from 'node:worker_threads'

/**
 * The cloud's clock is UTC, and a thread has the zone its process had when the thread started. The command sets TZ; this
 * is for everybody else. A thread that shares the real environment sets it even where `process.env` is only a copy, as
 * under jest. Threads started afterwards have UTC; the main thread may keep the zone it had.
 */
export async function switchToUtc(): Promise<void> {
  if (process.env.TZ === 'UTC' && new Date(2026, 0, 1).getTimezoneOffset() === 0) return
  process.env.TZ = 'UTC'
  await new Promise((done) =>
    new Worker(`process.env.TZ = 'UTC'`, { eval: true, env: SHARE_ENV }).once('exit', done),
  )
}
