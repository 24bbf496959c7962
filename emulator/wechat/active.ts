import type { State } from '../state'

/** WeChat checks content only of people who used the mini-program within two hours. */
const ACTIVE_MS = 2 * 60 * 60_000
/** Noted no more often than this. */
const NOTE_MS = 60_000

export interface Active {
  note(openid: string): void
  is(openid: string): boolean
  /** Forgets what was read, and reads again. */
  reload(): void
}

/** Who has called, and when last. */
export function makeActive(state: State, now: () => number): Active {
  const upsert = state.prepare('INSERT INTO active VALUES (?, ?) ON CONFLICT DO UPDATE SET at = excluded.at')
  const seen = new Map<string, number>()
  const reload = () => {
    const rows = state.prepare('SELECT openid, at FROM active').all() as { openid: string; at: number }[]
    seen.clear()
    for (const { openid, at } of rows) seen.set(openid, at)
  }
  reload()
  return {
    note(openid) {
      if (now() - (seen.get(openid) ?? 0) < NOTE_MS) return
      seen.set(openid, now())
      upsert.run(openid, now())
    },
    is: (openid) => now() - (seen.get(openid) ?? 0) <= ACTIVE_MS,
    reload,
  }
}
