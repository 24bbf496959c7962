import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ifChanged } from '../scripts/changed'
import { startLocalCloud } from '../scripts/local-cloud'

const KEPT = '.cache/counties'
/** The county's dates count from now: one that is older is made anew. */
const FRESH_MS = 10 * 60_000
const SOURCES = [
  'cloudfunctions',
  'contract',
  'demo',
  'emulator',
  'scripts/local-cloud.ts',
  'package-lock.json',
]

/** Puts the demo county into an empty directory, as a local cloud makes it there; made once for all test files of a run. */
export async function plantCounty(dir: string): Promise<void> {
  const now = Math.floor(Date.now() / FRESH_MS)
  const name = `county-${now}`
  const made = join(KEPT, name)
  await ifChanged(name, SOURCES, made, async () => {
    rmSync(made, { recursive: true, force: true })
    const emulator = await startLocalCloud({ dir: made, timers: false })
    await emulator.close()
    // Emptied when the store was closed; SQLite takes them away in its own time, which might be while they are copied.
    for (const rest of ['wal', 'shm']) rmSync(join(made, `database.sqlite-${rest}`), { force: true })
    for (const old of readdirSync(KEPT))
      if (Number(old.replace('county-', '')) < now - 1) {
        rmSync(join(KEPT, old), { recursive: true, force: true })
        rmSync(join('.cache/built', old), { force: true })
      }
  })
  cpSync(made, dir, { recursive: true })
}
