import type { DatabaseSchema, IndexSchema } from '../../emulator/store/types'
import type { Bundle } from './bundle'
import { functionEnvironment, type Values } from './configuration'

export const PARTS = ['database', 'storage', 'functions', 'miniprogram'] as const
export type Part = (typeof PARTS)[number]

interface Miniprogram {
  folder: string
  version: string
  description: string
  /** What lies in the folder; absent where nothing was built yet. */
  code?: { hash: string; bytes: number } | undefined
}

/** One thing to bring about. Each is looked at first, and done only where the cloud differs from it. */
export type Step =
  | {
      part: 'database'
      kind: 'collection'
      name: string
      permission: string
      indexes: readonly IndexSchema[]
    }
  | { part: 'storage'; kind: 'storageRule'; rule: 'PRIVATE' }
  | {
      part: 'functions'
      kind: 'function'
      bundle: Bundle
      runtime: string
      /** A value that is not configured is undefined: it is neither set nor removed. */
      environment: Record<string, string | undefined>
    }
  | { part: 'functions'; kind: 'timer'; function: string; name: string; cron: string }
  | ({ part: 'miniprogram'; kind: 'upload' } & Miniprogram)

/** The newest the cloud offers; the tests run on the same major. It cannot be changed once a function exists. */
export const RUNTIME = 'Nodejs20.19'

/** What each part cannot be done without. */
export const NEEDED: Record<Part, readonly string[]> = {
  database: ['env', 'secretId', 'secretKey'],
  storage: ['env', 'secretId', 'secretKey'],
  functions: ['env', 'secretId', 'secretKey', 'uploadKey'],
  miniprogram: ['appid', 'env', 'privateKeyPath'],
}

export interface PlanInput {
  schema: DatabaseSchema
  bundles: readonly Bundle[]
  values: Values
  miniprogram: Miniprogram
}

/**
 * Everything a deployment does, in order. Data first, since new code reads it; the mini-program last, since it calls the
 * functions. Pure: nothing is asked of anybody.
 */
export function plan({ schema, bundles, values, miniprogram }: PlanInput): Step[] {
  const environment = functionEnvironment(values)
  return [
    ...Object.entries(schema.collections).map(
      ([name, { permission = 'ADMINONLY', indexes = [] }]): Step => ({
        part: 'database',
        kind: 'collection',
        name,
        permission,
        indexes,
      }),
    ),
    // Others reach a file only by a temporary address that a function gave them.
    { part: 'storage', kind: 'storageRule', rule: 'PRIVATE' },
    ...bundles.map(
      (bundle): Step => ({ part: 'functions', kind: 'function', bundle, runtime: RUNTIME, environment }),
    ),
    ...bundles.flatMap(({ name, timer }): Step[] =>
      timer ? [{ part: 'functions', kind: 'timer', function: name, ...timer }] : [],
    ),
    { part: 'miniprogram', kind: 'upload', ...miniprogram },
  ]
}
