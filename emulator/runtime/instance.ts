import { Worker } from 'node:worker_threads'
import type { CallRecord } from '../types'
import type { Caller } from './identity'

export type Outcome = { result: string } | { failed: string; broken?: boolean } | { timedOut: number }

export interface Invocation {
  text: string
  identity: Record<string, string | undefined>
  userInfo?: object
  context: object
}

export interface Instance {
  id: string
  name: string
  /** The bundle's modification time: a newer one needs a new instance. */
  version: number
  busy: boolean
  idleSince: number
  /** The call being served (or the last one): exchanges and log lines are noted there. */
  record?: CallRecord
  /** Who that call comes from. */
  caller?: Caller
  /** Runs one call. Never rejects; after anything but a result or a thrown error the instance is gone. */
  invoke(invocation: Invocation, timeoutMs: number): Promise<Outcome>
  stop(): Promise<void>
}

export interface InstanceOptions {
  id: string
  name: string
  version: number
  bundle: string
  /** Where V8's code of it is kept. */
  compiled?: string
  /** The bootstrap, as JavaScript. */
  code: string
  env: Record<string, string>
  memoryMb: number
  /** The clock functions are to see; see clock.ts. */
  clock: SharedArrayBuffer
  /** It ended by itself: an exit, an unhandled rejection, too much memory. */
  onGone(id: string): void
}

/** Loading the bundle has its own limit, as in the cloud, and does not count as the call's time. */
const LOAD_MS = 65_000
const MAX_LINES = 200
const MAX_LINE = 4000

/** Starts a worker thread with a function's bundle. */
export function startInstance(options: InstanceOptions): Instance {
  const { id, name, version, bundle, compiled, code, env, memoryMb, clock } = options
  const worker = new Worker(code, {
    eval: true,
    env,
    workerData: { bundle, compiled, home: __filename, clock, memoryMb },
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  let settle: ((outcome: Outcome) => void) | undefined
  let gone: string | undefined
  let loaded: (() => void) | undefined
  const ready = new Promise<void>((resolve) => {
    loaded = resolve
  })
  const note = (text: string) => {
    const log = instance.record?.log
    if (log && log.length < MAX_LINES) log.push(text.slice(0, MAX_LINE))
  }
  const end = (reason: string) => {
    gone ??= reason
    // Also where nobody waits now: the next call must not find it.
    options.onGone(id)
    settle?.({ failed: gone })
  }
  worker.stdout.on('data', (chunk: Buffer) => note(chunk.toString().trimEnd()))
  worker.stderr.on('data', (chunk: Buffer) => note(chunk.toString().trimEnd()))
  worker.on('message', (said: { log?: string; ready?: true } & Outcome) => {
    if (said.log !== undefined) note(said.log)
    else if (said.ready) loaded?.()
    else settle?.(said)
  })
  // These two stay for the instance's whole life: a function may fail after it has answered.
  worker.on('error', (error: unknown) => {
    if (error instanceof Error && error.stack) note(error.stack)
    end(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  })
  worker.on('exit', () => end('Process exited before completing request'))

  const instance: Instance = {
    id,
    name,
    version,
    busy: true,
    idleSince: 0,
    invoke: (invocation, timeoutMs) =>
      new Promise((done) => {
        let timer = setTimeout(() => settle?.({ timedOut: LOAD_MS }), LOAD_MS)
        settle = (outcome) => {
          settle = undefined
          clearTimeout(timer)
          done(outcome)
        }
        if (gone !== undefined) return settle({ failed: gone })
        worker.postMessage(invocation)
        void ready.then(() => {
          clearTimeout(timer)
          if (settle) timer = setTimeout(() => settle?.({ timedOut: timeoutMs }), timeoutMs)
        })
      }),
    async stop() {
      await worker.terminate()
    },
  }
  return instance
}
