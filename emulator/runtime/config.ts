import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A function's config.json, as WeChat's tools read it. */
export interface FunctionConfig {
  /** Seconds. */
  timeout?: number
  /** MB. */
  memorySize?: number
  permissions?: { openapi?: string[] }
  triggers?: { name: string; type: string; config: string }[]
}

const DEFAULT_TIMEOUT = 3
const LONGEST_TIMEOUT = 60
const DEFAULT_MEMORY = 256

export const bundleOf = (folder: string, name: string): string => resolve(folder, name, 'index.js')

export const isFunction = (folder: string, name: string): boolean =>
  /^[A-Za-z][\w-]{0,59}$/.test(name) && existsSync(bundleOf(folder, name))

export const functionNames = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => isFunction(folder, name)) : []

/** What a function's config.json says; nothing where it is missing or cannot be read (a build may be writing it). */
export function configOf(folder: string, name: string): FunctionConfig {
  try {
    const config = JSON.parse(
      readFileSync(join(folder, name, 'config.json'), 'utf8'),
    ) as FunctionConfig | null
    return config ?? {}
  } catch {
    return {}
  }
}

/** The cloud's default is 3 s, its limit 60. */
export const timeoutMs = ({ timeout }: FunctionConfig): number =>
  1000 * Math.min(typeof timeout === 'number' && timeout > 0 ? timeout : DEFAULT_TIMEOUT, LONGEST_TIMEOUT)

export const memoryMb = ({ memorySize }: FunctionConfig): number =>
  typeof memorySize === 'number' && memorySize >= 64 ? memorySize : DEFAULT_MEMORY

/** The timer of a function; the cloud allows one. */
export const timerOf = ({ triggers }: FunctionConfig) =>
  Array.isArray(triggers) ? triggers.find((trigger) => trigger?.type === 'timer') : undefined

/** The second parameter of `main`, as the cloud fills it. */
export const contextOf = (id: string, name: string, config: FunctionConfig): object => ({
  callbackWaitsForEmptyEventLoop: false,
  request_id: id,
  function_name: name,
  function_version: '$LATEST',
  namespace: 'local',
  memory_limit_in_mb: memoryMb(config),
  time_limit_in_ms: timeoutMs(config),
  environ: '',
  tencentcloud_region: 'ap-shanghai',
})
