import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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
export const configOf = (folder: string, name: string): FunctionConfig =>
  (readJson(join(folder, name, 'config.json')) as FunctionConfig | null | undefined) ?? {}

/**
 * The SDK version a function's package.json asks for, and the one it gets: its own where it is installed, else ours.
 * Undefined where it does not ask (a bundle has it inside).
 */
export function sdkOf(folder: string, name: string): { asked: string; used: string | null } | undefined {
  const asked = (readJson(join(folder, name, 'package.json')) as Package | undefined)?.dependencies?.[SDK]
  if (typeof asked !== 'string') return undefined
  for (const from of [bundleOf(folder, name), __filename]) {
    try {
      const { version } = readJson(createRequire(from).resolve(`${SDK}/package.json`)) as Package
      return { asked, used: version ?? null }
    } catch {
      // Not installed there.
    }
  }
  return { asked, used: null }
}

interface Package {
  version?: string
  dependencies?: Record<string, string>
}
const SDK = 'wx-server-sdk'

function readJson(file: string): unknown {
  try {
    // Some editors begin a file with a byte order mark.
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, '')) as unknown
  } catch {
    return undefined
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
