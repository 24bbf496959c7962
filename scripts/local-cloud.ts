import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import database from '../cloudfunctions/database.json'
import { makeCounty } from '../demo/county'
import { DEMO_ENVIRONMENT, DEMO_TEMPLATES } from '../demo/environment'
import { type Emulator, type EmulatorOptions, startEmulator } from '../emulator'
import { closeState, openState } from '../emulator/state'
import type { DatabaseSchema } from '../emulator/store'
import { COMPILED, FUNCTIONS } from './functions'
import { pagesOfApp } from './screens/pages'

export type Seed = 'demo' | 'none'

/** Empties a directory of a local cloud; refuses one that is in use, and one that holds anything else. */
export function startOver(dir: string): void {
  if (!existsSync(dir) || readdirSync(dir).length === 0) return
  if (!existsSync(join(dir, 'wechat.sqlite')))
    throw new Error(`${dir} is not a directory of the local cloud; nothing was deleted`)
  closeState(openState(dir))
  rmSync(dir, { recursive: true })
}

/** The local cloud with our functions, collections and (where the directory is new) the demo county. */
export async function startLocalCloud(
  options: Partial<EmulatorOptions> & { dir: string; fresh?: boolean; seed?: Seed },
): Promise<Emulator> {
  const { fresh, seed = 'demo', ...rest } = options
  if (fresh) startOver(rest.dir)
  const emulator = await startEmulator({
    functions: FUNCTIONS,
    compiled: COMPILED,
    schema: database as DatabaseSchema,
    environment: DEMO_ENVIRONMENT,
    templates: DEMO_TEMPLATES,
    appPages: await pagesOfApp(),
    ...rest,
  })
  const empty = emulator.store.collections().every(({ count }) => count === 0)
  if (seed === 'demo' && empty) {
    // Through JSON, so that what is undefined is left out, as a write through the SDK leaves it out.
    for (const [name, documents] of Object.entries(makeCounty(new Date())))
      emulator.store.insertMany(name, JSON.parse(JSON.stringify(documents)) as never)
  }
  return emulator
}
