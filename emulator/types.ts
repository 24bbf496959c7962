import type { Clock } from './clock'
import type { Fault, Faults } from './faults'
import type { DatabaseSchema, Store } from './store'

export interface Template {
  id: string
  title: string
  /** WeChat's names: thing1, time2 … */
  fields: readonly string[]
}

export interface EmulatorOptions {
  /** Data directory: the database file, uploaded files, phones. One local cloud at a time. None: one that is deleted at the end. */
  dir?: string
  /** One folder a function, each with index.js and config.json. */
  functions: string
  /**
   * A folder of yours where V8's code of the functions is kept from start to start: cold starts take two thirds of the
   * time. What lies there is run: never a folder that others may write to. None: nothing is kept.
   */
  compiled?: string
  /** Collections and their indexes; those of cloudfunctions/database.json. */
  schema?: DatabaseSchema
  /** 0 (the default) is any free port. */
  port?: number
  /** What the deployment would set as the functions' environment. */
  environment?: Record<string, string>
  /** Subscription templates of this account. */
  templates?: readonly Template[]
  /** The function that receives what WeChat pushes; `wechat` by default. */
  pushFunction?: string
  /** The plan's calls at once (20), and how many more may wait (500) before they are refused. */
  concurrency?: number
  queue?: number
  /** Fire the timers of config.json by themselves; true by default. */
  timers?: boolean
  /** The mini-program's pages (those of app.json), which a code may lead to; any, where they are not named. */
  appPages?: readonly string[]
  /** URL path → folder of static files. */
  pages?: Record<string, string>
  /** An instance that has had nothing to do for this long is stopped (60,000). */
  idleMs?: number
  /** Milliseconds since 1970: the clock `POST /admin/clock` moves; the system's by default. */
  now?: () => number
}

/** One exchange a call made with the cloud: `database.*`, `storage.*`, `functions.*` or `openapi.<name>`. */
export interface Exchange {
  action: string
  collection?: string
  /** The index it began with. */
  index?: string
  /** Looked at more than ten documents for each it returned. */
  wasteful?: true
  /** Documents examined, and handed back (or changed, or counted). */
  scanned: number
  returned: number
  ms: number
  /** What a rule of /admin/faults did to it. */
  fault?: Fault
}

export interface CallRecord {
  id: string
  function: string
  /** `event.operation`, where it is a string: events are not kept, they hold what people wrote. */
  operation?: string
  /** Absent for timers and calls by other functions. */
  openid?: string
  /** `wx_client`, `wx_client,scf`, `wx_trigger` …, as in getWXContext(). */
  source?: string
  startedAt: number
  durationMs: number
  coldStart: boolean
  /** It waits or runs. */
  running?: true
  ok: boolean
  /** What it was refused with, where it was. */
  error?: CallError
  exchanges: Exchange[]
  log: string[]
}

export interface CallError {
  code: number
  message: string
}
export type CallAnswer = { result: unknown } | { error: CallError }

export interface Emulator {
  url: string
  /** Where the data is. */
  dir: string
  port: number
  store: Store
  /** Move it as `POST /admin/clock` does. */
  clock: Pick<Clock, 'now' | 'set' | 'advance' | 'reset'>
  /** The newest calls (2,000 at most), oldest first. */
  calls(): CallRecord[]
  /** Rules that make calls and exchanges go wrong, as `POST /admin/faults`. */
  faults: Pick<Faults, 'add' | 'list' | 'clear'>
  /** What `wx.cloud.callFunction` does; without an openid, what a timer or WeChat itself does. */
  call(name: string, event: unknown, openid?: string): Promise<CallAnswer & { id: string }>
  /** Inserts documents, collection by collection. */
  load(seed: { collections: Record<string, object[]> }): void
  /** Fires a function's timer now. */
  fireTimer(name: string): Promise<CallAnswer & { id: string }>
  /**
   * Keeps documents, files, phones and waiting verdicts as they are once no call runs; `restore` makes them so again, with
   * the clock as it was then and no faults. Function instances live on, and what they hold in memory.
   */
  snapshot(): Promise<string>
  restore(token: string): Promise<void>
  /** Waits until no call runs or waits and no verdict is due. */
  idle(): Promise<void>
  close(): Promise<void>
}
