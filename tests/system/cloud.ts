import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Input, OPERATIONS, type OperationName, type Output } from '../../contract'
import type { Answer } from '../../contract/envelope'
import type { CallRecord, Emulator, EmulatorOptions } from '../../emulator'
import { buildFunctionsIfChanged } from '../../scripts/functions'
import { type Seed, startLocalCloud } from '../../scripts/local-cloud'
import { plantCounty } from '../county'

export interface Cloud {
  emulator: Emulator
  /** A call as a phone makes it, over HTTP; a fresh requestId unless given. */
  ask<N extends OperationName>(
    openid: string,
    operation: N,
    input: Input<N>,
    more?: { requestId?: string; actFor?: string },
  ): Promise<Answer<Output<N>>>
  /** The same, for something that must succeed. */
  must<N extends OperationName>(
    openid: string,
    operation: N,
    input: Input<N>,
    actFor?: string,
  ): Promise<Output<N>>
  /** Any event at all to any function. */
  raw(
    openid: string,
    name: string,
    event: unknown,
  ): Promise<{ result?: unknown; error?: { code: number; message: string } }>
  timer(): Promise<unknown>
  last(operation: OperationName): CallRecord
  close(): Promise<void>
}

/** Instances of a function at once: enough to be in each other's way; each more costs a start of the whole bundle. */
const AT_ONCE = 6

/** The function that serves an operation, as a phone chooses it. */
const functionOf = new Map<string, string>(OPERATIONS.map((entry) => [entry.name, entry.function]))

/** The real bundles on the local cloud with the demo county, in a directory of its own. */
export async function startCloud(options: Partial<EmulatorOptions> & { seed?: Seed } = {}): Promise<Cloud> {
  await buildFunctionsIfChanged()
  const dir = mkdtempSync(join(tmpdir(), 'cloud-'))
  const remove = () => rmSync(dir, { recursive: true, force: true })
  if (options.seed !== 'none' && options.dir === undefined) await plantCounty(dir)
  const emulator = await startLocalCloud({ dir, timers: false, concurrency: AT_ONCE, ...options }).catch(
    (error: Error) => {
      remove()
      throw error
    },
  )
  const post = async (path: string, body: unknown, openid: string) => {
    const response = await fetch(emulator.url + path, {
      method: 'POST',
      headers: { 'x-demo-openid': openid, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await response.json()) as { result?: unknown; error?: { code: number; message: string } }
  }
  const ask: Cloud['ask'] = async (openid, operation, input, more = {}) => {
    const { result, error } = await post(
      `/call/${functionOf.get(operation)}`,
      { operation, input, requestId: randomUUID(), ...more },
      openid,
    )
    if (error) throw new Error(`${error.code} ${error.message}`)
    return result as Answer<never>
  }
  return {
    emulator,
    ask,
    async must(openid, operation, input, actFor) {
      const answer = await ask(openid, operation, input, actFor ? { actFor } : {})
      if (!answer.ok)
        throw new Error(`${operation}: ${answer.error.code} ${JSON.stringify(answer.error.fields ?? {})}`)
      return answer.data
    },
    raw: (openid, name, event) => post(`/call/${name}`, event, openid),
    timer: async () => (await post('/admin/timer/jobs', {}, 'nobody')).result,
    last(operation) {
      const record = emulator.calls().findLast((call) => call.operation === operation)
      if (!record) throw new Error(`${operation} was never called`)
      return record
    },
    async close() {
      await emulator.close().finally(remove)
    },
  }
}
