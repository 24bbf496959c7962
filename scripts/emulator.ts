import { existsSync, readFileSync } from 'node:fs'
import { type Emulator, startEmulator } from '../emulator'
import { functionNames } from '../emulator/runtime/config'
import type { DatabaseSchema } from '../emulator/store'
import { buildFunctionsIfChanged } from './functions'
import { type Seed, startLocalCloud, startOver } from './local-cloud'
import { count, directory, oneOf, optionsOf, port, runCommand, WrongOption } from './options'

const SEEDS: readonly Seed[] = ['demo', 'none']

function options() {
  const values = optionsOf('npm run emulator', {
    port: { type: 'string', default: '0' },
    data: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    seed: { type: 'string', default: 'demo' },
    concurrency: { type: 'string' },
    queue: { type: 'string' },
    // Any folder of cloud functions instead of ours, and the collections they need.
    functions: { type: 'string' },
    schema: { type: 'string' },
    collections: { type: 'string' },
  })
  const concurrency = count('concurrency', values.concurrency)
  const queue = count('queue', values.queue)
  return {
    ...values,
    data: values.data === undefined ? undefined : directory('data', values.data),
    seed: oneOf('seed', values.seed, SEEDS),
    plan: {
      port: port(values.port),
      ...(concurrency ? { concurrency } : {}),
      ...(queue ? { queue } : {}),
    },
  }
}
type Options = ReturnType<typeof options>

function readSchema(file: string | undefined): DatabaseSchema {
  if (file === undefined) return { collections: {} }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DatabaseSchema
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new WrongOption(`--schema ${file}: ${missing ? 'there is no such file' : 'no JSON in it'}`)
  }
}

async function startOurs({ data, fresh, seed, plan }: Options): Promise<Emulator> {
  await buildFunctionsIfChanged()
  return startLocalCloud({
    dir: data ?? '.data',
    fresh,
    seed,
    ...plan,
    pages: { '/app': 'dist/h5', '/': 'demo/stage' },
  })
}

/** Somebody else's functions, as they are; without --data nothing is kept. */
async function startOthers(functions: string, values: Options): Promise<Emulator> {
  if (!existsSync(functions)) throw new WrongOption(`--functions ${functions}: there is no such directory`)
  directory('functions', functions)
  const schema = readSchema(values.schema)
  if (functionNames(functions).length === 0)
    throw new Error(`${functions} has no folder with an index.js: name the folder that holds the functions`)
  if (values.fresh && values.data) startOver(values.data)
  for (const name of values.collections?.split(',') ?? []) schema.collections[name] ??= {}
  return startEmulator({
    functions,
    schema,
    ...(values.data ? { dir: values.data } : {}),
    ...values.plan,
  })
}

async function main(): Promise<void> {
  const asked = options()
  const emulator = await (asked.functions ? startOthers(asked.functions, asked) : startOurs(asked))
  process.stdout.write(`ready ${emulator.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void emulator.close().then(() => process.exit(0)))
}

runCommand(main)
