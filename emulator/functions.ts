import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { buildSync } from 'esbuild'
import type { CallAnswer, CallRecord, EmulatorOptions } from './types'

export interface FunctionConfig {
  /** Seconds; the cloud's default is 3. */
  timeout?: number
  permissions?: { openapi?: string[] }
  triggers?: { name: string; type: string; config: string }[]
}

interface Instance {
  worker: Worker
  name: string
  bundleAt: number
  busy: boolean
  idleSince: number
  record?: CallRecord
}

/** WeChat's error codes for a call that fails. */
const NOT_FOUND = -501000
const EXECUTE_FAIL = -504002
const TIMEOUT = -504003
const TOO_MANY = -501004
const TOO_BIG = -504005
const MAX_ANSWER = 1024 * 1024
const KEPT_CALLS = 2000
const IDLE_MS = 60_000

export interface Functions {
  call(name: string, event: unknown, openid?: string): Promise<CallAnswer & { id: string }>
  calls: CallRecord[]
  /** The call an instance is serving: exchanges are counted there. */
  recordOf(instance: string): CallRecord | undefined
  configOf(name: string): FunctionConfig
  names(): string[]
  close(): Promise<void>
}

const compiledWorker = (): string =>
  buildSync({
    entryPoints: [join(__dirname, 'worker.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  }).outputFiles[0]?.text ?? ''

/** Runs the functions of a folder as the cloud does: instances on demand up to the plan, the rest waits, then is refused. */
export function makeFunctions(options: EmulatorOptions, adminUrl: (instance: string) => string): Functions {
  const limit = options.concurrency ?? 20
  const queue = options.queue ?? 200
  const code = compiledWorker()
  const instances = new Map<string, Instance>()
  const waiting: (() => void)[] = []
  const calls: CallRecord[] = []
  let running = 0

  const bundleOf = (name: string) => resolve(options.functions, name, 'index.js')
  const known = (name: string) => /^[\w-]{1,60}$/.test(name) && existsSync(bundleOf(name))
  const configOf = (name: string): FunctionConfig => {
    const file = join(options.functions, name, 'config.json')
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FunctionConfig) : {}
  }

  function start(name: string): [string, Instance] {
    const id = randomUUID()
    const bundle = bundleOf(name)
    const env = {
      ...options.environment,
      PATH: process.env.PATH ?? '',
      TZ: 'UTC',
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: 'local',
      TCB_ENV: 'local',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl(id) }),
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
      WX_APPID: 'wx0123456789abcdef',
    }
    const worker = new Worker(code, { eval: true, env, workerData: { bundle }, stdout: true, stderr: true })
    const instance: Instance = { worker, name, bundleAt: statSync(bundle).mtimeMs, busy: true, idleSince: 0 }
    const note = (chunk: Buffer) => instance.record?.log.push(chunk.toString().slice(0, 4000))
    worker.stdout.on('data', note)
    worker.stderr.on('data', note)
    instances.set(id, instance)
    return [id, instance]
  }

  function discard(id: string): void {
    const instance = instances.get(id)
    instances.delete(id)
    void instance?.worker.terminate()
  }

  function take(name: string): [string, Instance, boolean] {
    for (const [id, instance] of instances) {
      if (instance.name !== name || instance.busy) continue
      if (instance.bundleAt !== statSync(bundleOf(name)).mtimeMs) {
        discard(id)
        continue
      }
      instance.busy = true
      return [id, instance, false]
    }
    return [...start(name), true]
  }

  /** Waits for a place of the plan; false when too many wait already. */
  async function place(): Promise<boolean> {
    if (running < limit) {
      running++
      return true
    }
    if (waiting.length >= queue) return false
    // Whoever leaves hands its place on, so `running` stays as it is.
    await new Promise<void>((go) => waiting.push(go))
    return true
  }

  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else running--
  }

  function invoke(
    id: string,
    instance: Instance,
    event: unknown,
    openid: string | undefined,
  ): Promise<CallAnswer> {
    const seconds = Math.min(configOf(instance.name).timeout ?? 3, 60)
    return new Promise((done) => {
      const finish = (answer: CallAnswer, broken: boolean) => {
        clearTimeout(timer)
        instance.worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
        if (broken) discard(id)
        else Object.assign(instance, { busy: false, idleSince: Date.now() })
        done(answer)
      }
      const fail = (code: number, message: string, broken: boolean) =>
        finish({ error: { code, message } }, broken)
      const timer = setTimeout(
        () => fail(TIMEOUT, `Invoking task timed out after ${seconds} seconds`, true),
        seconds * 1000,
      )
      instance.worker.on('message', (said: { result?: string; failed?: string }) => {
        if (said.failed !== undefined)
          fail(EXECUTE_FAIL, `cloud function execution error: ${said.failed.slice(0, 500)}`, false)
        else if ((said.result ?? '').length > MAX_ANSWER)
          fail(TOO_BIG, 'response data size exceeds limit 1M', false)
        else finish({ result: JSON.parse(said.result ?? 'null') as unknown }, false)
      })
      instance.worker.on('error', (error) =>
        fail(EXECUTE_FAIL, `cloud function execution error: ${error.message.slice(0, 500)}`, true),
      )
      instance.worker.on('exit', () => fail(EXECUTE_FAIL, 'cloud function exited', true))
      instance.worker.postMessage({ event, openid, requestId: id })
    })
  }

  const sweep = setInterval(() => {
    for (const [id, { busy, idleSince }] of instances)
      if (!busy && Date.now() - idleSince > IDLE_MS) discard(id)
  }, 10_000)
  sweep.unref()

  return {
    calls,
    configOf,
    names: () => readdirSync(options.functions).filter(known),
    recordOf: (instance) => instances.get(instance)?.record,
    async call(name, event, openid) {
      const id = randomUUID()
      if (!known(name))
        return { id, error: { code: NOT_FOUND, message: 'FunctionName parameter could not be found' } }
      if (!(await place()))
        return { id, error: { code: TOO_MANY, message: 'exceed concurrent request limit' } }
      const startedAt = Date.now()
      const [instanceId, instance, coldStart] = take(name)
      const operation = (event as { operation?: unknown } | null)?.operation
      const record: CallRecord = {
        id,
        function: name,
        startedAt,
        durationMs: 0,
        coldStart,
        ok: false,
        exchanges: [],
        log: [],
      }
      if (typeof operation === 'string') record.operation = operation.slice(0, 64)
      instance.record = record
      calls.push(record)
      if (calls.length > KEPT_CALLS) calls.shift()
      try {
        const answer = await invoke(instanceId, instance, event, openid)
        Object.assign(record, { durationMs: Date.now() - startedAt, ok: 'result' in answer })
        return { id, ...answer }
      } finally {
        leave()
      }
    },
    async close() {
      clearInterval(sweep)
      await Promise.all([...instances.values()].map(({ worker }) => worker.terminate()))
    },
  }
}
