import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import { failure } from '../errors'
import type { CallAnswer, CallRecord, EmulatorOptions } from '../types'
import {
  configOf,
  contextOf,
  type FunctionConfig,
  functionNames,
  isFunction,
  sdkOf,
  timeoutMs,
} from './config'
import { byFunction, type Caller, identityOf, userInfoOf } from './identity'
import type { Outcome } from './instance'
import { makePool, type Pool } from './pool'
import { makeTurns } from './turns'

export interface Functions {
  /** Calls a function with an event as JSON text. Never rejects. */
  call(name: string, text: string, caller?: Caller): Promise<CallAnswer & { id: string }>
  calls: CallRecord[]
  /** The call an instance is serving: exchanges are counted there. */
  recordOf(instance: string): CallRecord | undefined
  /** A call by the function an instance runs; its answer may be bigger than a mini-program's. */
  callFrom(instance: string, name: string, text: string): Promise<CallAnswer & { id: string }>
  configOf(name: string): FunctionConfig
  sdkOf(name: string): ReturnType<typeof sdkOf>
  names(): string[]
  /** By function: the instances there are, and how many were ever started. */
  instances: Pool['counts']
  /** Calls that run or wait. */
  active(): number
  close(): Promise<void>
}

const MB = 1024 * 1024
/** To a mini-program; and what the cloud passes on at all, as between functions. */
const MAX_ANSWER = MB
const MAX_PAYLOAD = 6 * MB
const KEPT_CALLS = 2000
/** The basic plan's 20 at once. */
const AT_ONCE = 20
const MAY_WAIT = 500
/** A thrown error's message can quote anything; enough of it to see what happened. */
const MAX_MESSAGE = 500

/** Runs the functions of a folder as the cloud does: instances on demand up to the plan, the rest waits, then is refused. */
export function makeFunctions(
  options: EmulatorOptions,
  clock: Clock,
  addressOf: (instance: string) => string,
): Functions {
  const { functions: folder, environment, compiled, idleMs } = options
  const pool = makePool({ folder, environment, compiled, idleMs, addressOf, clock })
  const turns = makeTurns(options.concurrency ?? AT_ONCE, options.queue ?? MAY_WAIT)
  const calls: CallRecord[] = []
  let closed = false

  async function run(record: CallRecord, text: string, caller: Caller): Promise<Outcome> {
    const { function: name, id } = record
    const config = configOf(folder, name)
    const { instance, coldStart } = pool.take(name)
    record.coldStart = coldStart
    Object.assign(instance, { record, caller })
    clock.sync()
    const outcome = await instance.invoke(
      {
        text,
        identity: identityOf(caller),
        userInfo: userInfoOf(caller),
        context: contextOf(id, name, config),
      },
      timeoutMs(config),
    )
    // An instance that timed out may still be running; one that could not load never will.
    pool.release(
      instance,
      'result' in outcome || ('failed' in outcome && !outcome.broken && !!pool.find(instance.id)),
    )
    return outcome
  }

  async function call(name: string, text: string, caller: Caller, limit: number) {
    const id = randomUUID()
    if (!isFunction(folder, name)) return { id, ...failure('functionNotFound') }
    const record: CallRecord = {
      id,
      function: name,
      operation: operationOf(text),
      openid: caller.openid,
      source: caller.source,
      startedAt: clock.now(),
      durationMs: 0,
      coldStart: false,
      running: true,
      ok: false,
      exchanges: [],
      log: [],
    }
    calls.push(record)
    if (calls.length > KEPT_CALLS) calls.shift()
    if (!(await turns.enter())) return ended(record, failure('tooManyCalls'))
    // Waiting is not the function's time.
    record.startedAt = clock.now()
    const started = performance.now()
    try {
      const answer = closed
        ? failure('executionFailed', 'the local cloud is closing')
        : answerOf(await run(record, text, caller), limit)
      return ended(record, answer)
    } catch (error) {
      return ended(record, failure('executionFailed', (error as Error).message))
    } finally {
      record.durationMs = Math.round(performance.now() - started)
      turns.leave()
    }
  }

  return {
    calls,
    configOf: (name) => configOf(folder, name),
    sdkOf: (name) => sdkOf(folder, name),
    names: () => functionNames(folder),
    recordOf: (instance) => pool.find(instance)?.record,
    instances: pool.counts,
    active: turns.count,
    call: (name, text, caller = {}) =>
      call(name, text, caller, caller.source === 'wx_client' ? MAX_ANSWER : MAX_PAYLOAD),
    async callFrom(instance, name, text) {
      if (Buffer.byteLength(text) > MAX_PAYLOAD) return { id: '', ...failure('payloadTooBig') }
      return call(name, text, byFunction(pool.find(instance)?.caller ?? {}), MAX_PAYLOAD)
    },
    async close() {
      closed = true
      await pool.close()
    },
  }
}

/** Notes how a call ended. */
function ended(record: CallRecord, answer: CallAnswer): CallAnswer & { id: string } {
  delete record.running
  record.ok = 'result' in answer
  if ('error' in answer) record.error = answer.error
  return { id: record.id, ...answer }
}

function answerOf(outcome: Outcome, limit: number): CallAnswer {
  if ('timedOut' in outcome) {
    const seconds = outcome.timedOut / 1000
    const { code, message } = failure('timedOut').error
    return { error: { code, message: `${message} after ${seconds} seconds` } }
  }
  if ('failed' in outcome) return failure('executionFailed', outcome.failed.slice(0, MAX_MESSAGE))
  if (Buffer.byteLength(outcome.result) > limit)
    return failure(limit === MAX_ANSWER ? 'answerTooBig' : 'payloadTooBig')
  return { result: JSON.parse(outcome.result) as unknown }
}

function operationOf(text: string): string | undefined {
  const event = JSON.parse(text) as { operation?: unknown } | null
  return typeof event?.operation === 'string' ? event.operation.slice(0, 64) : undefined
}
