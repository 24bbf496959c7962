import type { DatabaseSchema, Store } from './store'

export interface Template {
  id: string
  title: string
  /** WeChat's names: thing1, time2 … */
  fields: readonly string[]
}

export interface EmulatorOptions {
  /** Data directory: the database file, uploaded files, phones. */
  dir: string
  /** One folder a function, each with index.js and config.json. */
  functions: string
  schema: DatabaseSchema
  /** 0 (the default) is any free port. */
  port?: number
  /** What the deployment would set as the functions' environment. */
  environment?: Record<string, string>
  templates?: readonly Template[]
  /** The function that receives what WeChat pushes. */
  pushFunction?: string
  /** The plan's calls at once, and how many more may wait. */
  concurrency?: number
  queue?: number
  /** Fire the timers of config.json by themselves. */
  timers?: boolean
  /** URL path → folder of static files. */
  pages?: Record<string, string>
}

/** One database (or other) exchange a call made. */
export interface Exchange {
  action: string
  collection?: string
  scanned: number
  returned: number
}

export interface CallRecord {
  id: string
  function: string
  operation?: string
  startedAt: number
  durationMs: number
  coldStart: boolean
  ok: boolean
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
  store: Store
  /** The newest calls, oldest first. */
  calls(): CallRecord[]
  call(name: string, event: unknown, openid?: string): Promise<CallAnswer & { id: string }>
  close(): Promise<void>
}
