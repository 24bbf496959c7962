/** A longer wait is made of several: setTimeout cannot count further. */
const LONGEST_WAIT = 2_147_000_000
/** A timer of every second and a step of a year would never end; what is left over is skipped. */
const MOST_ALARMS = 1000

interface Alarm {
  due: number
  run(): unknown
  timeout?: NodeJS.Timeout
}

export interface Clock {
  now(): number
  /** By how much the clock is ahead of the system's, in one double that functions read too. */
  shared: SharedArrayBuffer
  /** Brings `shared` up to date where the base is not the system's clock. */
  sync(): void
  /** Runs something when the clock has come to `due`, by itself or because it was moved; answers how to call it off. */
  at(due: number, run: () => unknown): () => void
  /** Lets so much time pass: what comes due runs in order, each at its own time, and has ended on return. */
  advance(ms: number): Promise<void>
  /** Jumps there; timers count from there on, and nothing between fires. */
  set(ms: number): Promise<void>
  /** Jumps back to the real time, or so far ahead of it. */
  reset(ahead?: number): Promise<void>
  /** By how much it has been moved. */
  ahead(): number
  /** Calls back after each move: whatever counts from now must count again. */
  onMove(listener: () => void): void
  close(): void
}

/** A clock that goes on by itself, and that tests can move. */
export function makeClock(base: () => number = Date.now): Clock {
  const shared = new SharedArrayBuffer(8)
  const ahead = new Float64Array(shared)
  const alarms = new Set<Alarm>()
  const listeners: (() => void)[] = []
  let moved = 0
  let moving = Promise.resolve()
  const now = () => base() + moved
  const sync = () => {
    ahead[0] = moved + (base === Date.now ? 0 : base() - Date.now())
  }

  const arm = (alarm: Alarm) => {
    clearTimeout(alarm.timeout)
    const wait = Math.max(0, alarm.due - now())
    alarm.timeout = setTimeout(
      () => {
        if (wait > LONGEST_WAIT) return arm(alarm)
        alarms.delete(alarm)
        void alarm.run()
      },
      Math.min(wait, LONGEST_WAIT),
    ).unref()
  }
  const jump = (to: number) => {
    moved += to - now()
    sync()
    for (const alarm of alarms) arm(alarm)
  }
  const told = () => {
    for (const listener of listeners) listener()
  }
  const first = () => [...alarms].sort((a, b) => a.due - b.due)[0]
  async function pass(to: number): Promise<void> {
    for (let rung = 0; rung < MOST_ALARMS; rung++) {
      const alarm = first()
      if (!alarm || alarm.due > to) break
      clearTimeout(alarm.timeout)
      alarms.delete(alarm)
      if (alarm.due > now()) jump(alarm.due)
      await alarm.run()
    }
    if (to > now()) jump(to)
    told()
  }
  /** One move after the other. */
  const inTurn = (move: () => void | Promise<void>): Promise<void> => {
    const done = moving.then(move)
    moving = done.catch(() => undefined)
    return done
  }
  sync()

  const jumpTo = (to: () => number) =>
    inTurn(() => {
      jump(to())
      told()
    })

  return {
    now,
    shared,
    sync,
    at(due, run) {
      const alarm: Alarm = { due, run }
      alarms.add(alarm)
      arm(alarm)
      return () => {
        clearTimeout(alarm.timeout)
        alarms.delete(alarm)
      }
    },
    set: (ms) => jumpTo(() => ms),
    reset: (by = 0) => jumpTo(() => base() + by),
    ahead: () => moved,
    advance: (ms) => (ms < 0 ? jumpTo(() => now() + ms) : inTurn(() => pass(now() + ms))),
    onMove: (listener) => void listeners.push(listener),
    close() {
      for (const { timeout } of alarms) clearTimeout(timeout)
      alarms.clear()
    },
  }
}
