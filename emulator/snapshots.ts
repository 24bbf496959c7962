import { linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from './clock'
import type { Faults } from './faults'
import type { Functions } from './runtime/functions'
import type { State } from './state'
import type { Store } from './store'
import { inOneStep } from './store/disk/step'
import { until } from './until'
import type { Active } from './wechat/active'
import type { MediaChecks } from './wechat/media'

/** What is kept beside the documents and files; the secret that signs addresses stays the same. */
const TABLES = ['active', 'grants', 'messages', 'files', 'verdicts']

type Row = Record<string, string | number | null>

export interface Snapshots {
  /** Keeps everything as it is once no call runs, and answers its name. */
  snapshot(): Promise<string>
  /** Makes everything as it was then; rejects with a sentence where there is no such snapshot. */
  restore(token: string): Promise<void>
}

export interface SnapshotParts {
  dir: string
  state: State
  store: Store
  active: Active
  media: MediaChecks
  functions: Functions
  clock: Clock
  faults: Faults
}

/**
 * Snapshots live in the data directory, as long as this process. Files are never changed in place, so a second name for the
 * same bytes keeps them.
 */
export function makeSnapshots(parts: SnapshotParts): Snapshots {
  const { dir, state, store, active, media, functions, clock, faults } = parts
  const root = join(dir, 'snapshots')
  const files = join(dir, 'files')
  rmSync(root, { recursive: true, force: true })
  const kept = new Map<string, { rows: Map<string, Row[]>; ahead: number }>()

  const write = (rows: Map<string, Row[]>) => {
    inOneStep(state, () => {
      for (const [table, all] of rows) {
        state.exec(`DELETE FROM ${table}`)
        for (const row of all) {
          const values = Object.values(row)
          state.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?')})`).run(...values)
        }
      }
    })
  }
  /** A call in the middle would leave half of what it does. */
  const quiet = () => until(() => functions.active() === 0)
  const rowsNow = () =>
    new Map(TABLES.map((table) => [table, state.prepare(`SELECT * FROM ${table}`).all() as Row[]]))

  return {
    async snapshot() {
      await quiet()
      const token = `snapshot-${kept.size + 1}`
      const place = join(root, token)
      mkdirSync(join(place, 'files'), { recursive: true })
      store.snapshot(join(place, 'database.sqlite'))
      for (const name of readdirSync(files)) linkSync(join(files, name), join(place, 'files', name))
      kept.set(token, { rows: rowsNow(), ahead: clock.ahead() })
      return token
    },
    async restore(token) {
      const then = kept.get(token)
      if (!then) throw new Error(`there is no snapshot ${String(token).slice(0, 60)}`)
      await quiet()
      const place = join(root, token, 'files')
      store.restore(join(root, token, 'database.sqlite'))
      for (const name of readdirSync(files)) rmSync(join(files, name), { force: true })
      for (const name of readdirSync(place)) linkSync(join(place, name), join(files, name))
      write(then.rows)
      faults.clear()
      await clock.reset(then.ahead)
      active.reload()
      media.reload()
    },
  }
}
