import { randomUUID } from 'node:crypto'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import type { Clock } from '../clock'
import { bundleOf, configOf, memoryMb } from './config'
import { APP_ID } from './identity'
import { type Instance, startInstance } from './instance'

export interface Pool {
  /** An idle instance of the function with its present bundle, or a new one; busy until it is given back. */
  take(name: string): { instance: Instance; coldStart: boolean }
  /** Gives it back, or throws it away. */
  release(instance: Instance, keep: boolean): void
  find(id: string): Instance | undefined
  /** By function: the instances there are, and how many were ever started. */
  counts(): Record<string, { instances: number; coldStarts: number }>
  close(): Promise<void>
}

/** The cloud keeps idle instances for some minutes; here memory matters more. */
const IDLE_MS = 60_000
const SWEEP_MS = 10_000

let bootstrapCode: string | undefined
/** Compiled once in a process: esbuild takes longer to wake than everything else here together. */
const bootstrap = (): string => {
  bootstrapCode ??= buildSync({
    entryPoints: [join(__dirname, 'worker.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
  }).outputFiles[0]?.text
  return bootstrapCode as string
}

/** What a function finds in its environment in the cloud; the SDK asks this address. */
export const environmentOf = (address: string, own: Record<string, string> = {}): Record<string, string> => ({
  ...own,
  TZ: 'UTC',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'local',
  TCB_ENV: 'local',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: address }),
  WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_CLIENTIP',
  WX_APPID: APP_ID,
})

export interface PoolOptions {
  folder: string
  environment?: Record<string, string>
  /** The address an instance reaches the cloud at. */
  addressOf(instance: string): string
  clock: Clock
  /** A folder for what V8 made of the bundles; see EmulatorOptions. */
  compiled?: string
  /** How long an instance may have nothing to do. */
  idleMs?: number
}

/** Function instances, started on demand and stopped when they have had nothing to do for a minute. */
export function makePool(options: PoolOptions): Pool {
  const { folder, environment, addressOf, clock, compiled, idleMs = IDLE_MS } = options
  if (compiled) mkdirSync(compiled, { recursive: true })
  const started = new Map<string, number>()
  const instances = new Map<string, Instance>()
  const stopping = new Set<Promise<void>>()

  const discard = (instance: Instance) => {
    instances.delete(instance.id)
    const stopped = instance.stop().finally(() => stopping.delete(stopped))
    stopping.add(stopped)
  }
  const sweep = setInterval(
    () => {
      for (const instance of instances.values()) {
        if (!instance.busy && performance.now() - instance.idleSince > idleMs) discard(instance)
      }
    },
    Math.min(idleMs, SWEEP_MS),
  )
  sweep.unref()

  return {
    take(name) {
      const bundle = bundleOf(folder, name)
      const version = statSync(bundle).mtimeMs
      for (const instance of instances.values()) {
        if (instance.name !== name || instance.busy) continue
        if (instance.version !== version) {
          discard(instance)
          continue
        }
        instance.busy = true
        return { instance, coldStart: false }
      }
      const id = randomUUID()
      const instance = startInstance({
        id,
        name,
        version,
        bundle,
        compiled,
        code: bootstrap(),
        clock: clock.shared,
        env: environmentOf(addressOf(id), environment),
        memoryMb: memoryMb(configOf(folder, name)),
        onGone: (gone) => instances.delete(gone),
      })
      instances.set(id, instance)
      started.set(name, (started.get(name) ?? 0) + 1)
      return { instance, coldStart: true }
    },
    release(instance, keep) {
      if (!keep) return discard(instance)
      instance.busy = false
      instance.idleSince = performance.now()
    },
    find: (id) => instances.get(id),
    counts() {
      const counts: ReturnType<Pool['counts']> = {}
      for (const [name, coldStarts] of started) counts[name] = { instances: 0, coldStarts }
      for (const { name } of instances.values()) {
        const count = counts[name]
        if (count) count.instances++
      }
      return counts
    },
    async close() {
      clearInterval(sweep)
      for (const instance of instances.values()) discard(instance)
      await Promise.all(stopping)
    },
  }
}
