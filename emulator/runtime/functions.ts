import { randomUUID } from 'node:crypto'
import { failure } from '../errors'
import type { CallAnswer, CallRecord, EmulatorOptions } from '../types'
import { configOf, type FunctionConfig, functionNames, isFunction, timeoutMs } from './config'
import type { Outcome } from './instance'
import { APP_ID, makePool } from './pool'
import { makeTurns } from './turns'

export interface Functions {
  /** Calls a function with an event as JSON text. Never rejects. */
  call(name: string, text: string, openid?: string): Promise<CallAnswer & { id: string }>
  calls: CallRecord[]
  /** The call an instance is serving: exchanges are counted there. */
  recordOf(instance: string): CallRecord | undefined
  configOf(name: string): FunctionConfig
  names(): string[]
  /** Instances by function. */
  instances(): Record<string, number>
  /** Calls that run or wait. */
  active(): number
  close(): Promise<void>
}

const MAX_ANSWER = 1024 * 1024
const KEPT_CALLS = 2000
/** The basic plan's 20 at once. */
const AT_ONCE = 20
const MAY_WAIT = 500
/** A thrown error's message can quote anything; enough of it to see what happened. */
const MAX_MESSAGE = 500

/** Runs the functions of a folder as the cloud does: instances on demand up to the plan, the rest waits, then is refused. */
export function makeFunctions(options: EmulatorOptions, addressOf: (instance: string) => string): Functions {
  const { functions: folder } = options
  const pool = makePool(folder, options.environment, addressOf)
  const turns = makeTurns(options.concurrency ?? AT_ONCE, options.queue ?? MAY_WAIT)
  const calls: CallRecord[] = []
  let closed = false

  async function run(record: CallRecord, text: string): Promise<CallAnswer> {
    const { function: name, openid, id } = record
    const config = configOf(folder, name)
    const { instance, coldStart } = pool.take(name)
    record.coldStart = coldStart
    instance.record = record
    const context = { request_id: id, function_name: name, time_limit_in_ms: timeoutMs(config) }
    const userInfo = openid === undefined ? undefined : { appId: APP_ID, openId: openid }
    const outcome = await instance.invoke({ text, openid, userInfo, context }, timeoutMs(config))
    // An instance that timed out may still be running; one that could not load never will.
    pool.release(
      instance,
      'result' in outcome || ('failed' in outcome && !outcome.broken && !!pool.find(instance.id)),
    )
    return answerOf(outcome)
  }

  return {
    calls,
    configOf: (name) => configOf(folder, name),
    names: () => functionNames(folder),
    recordOf: (instance) => pool.find(instance)?.record,
    instances: pool.counts,
    active: turns.count,
    async call(name, text, openid) {
      const id = randomUUID()
      if (!isFunction(folder, name)) return { id, ...failure('functionNotFound') }
      const record: CallRecord = {
        id,
        function: name,
        operation: operationOf(text),
        openid,
        startedAt: Date.now(),
        durationMs: 0,
        coldStart: false,
        ok: false,
        exchanges: [],
        log: [],
      }
      calls.push(record)
      if (calls.length > KEPT_CALLS) calls.shift()
      if (!(await turns.enter())) return { id, ...failure('tooManyCalls') }
      // Waiting is not the function's time.
      record.startedAt = Date.now()
      try {
        const answer = closed
          ? failure('executionFailed', 'the local cloud is closing')
          : await run(record, text)
        record.ok = 'result' in answer
        return { id, ...answer }
      } catch (error) {
        return { id, ...failure('executionFailed', (error as Error).message) }
      } finally {
        record.durationMs = Date.now() - record.startedAt
        turns.leave()
      }
    },
    async close() {
      closed = true
      await pool.close()
    },
  }
}

function answerOf(outcome: Outcome): CallAnswer {
  if ('timedOut' in outcome) {
    const seconds = outcome.timedOut / 1000
    const { code, message } = failure('timedOut').error
    return { error: { code, message: `${message} after ${seconds} seconds` } }
  }
  if ('failed' in outcome) return failure('executionFailed', outcome.failed.slice(0, MAX_MESSAGE))
  if (Buffer.byteLength(outcome.result) > MAX_ANSWER) return failure('answerTooBig')
  return { result: JSON.parse(outcome.result) as unknown }
}

function operationOf(text: string): string | undefined {
  const event = JSON.parse(text) as { operation?: unknown } | null
  return typeof event?.operation === 'string' ? event.operation.slice(0, 64) : undefined
}
