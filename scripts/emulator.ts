import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Emulator, startEmulator } from '../emulator'
import { functionNames } from '../emulator/runtime/config'
import type { DatabaseSchema } from '../emulator/store'
import { buildFunctionsIfChanged } from './functions'
import { type Seed, startLocalCloud, startOver } from './local-cloud'

const { values } = parseArgs({
  options: {
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
  },
})

const plan = {
  ...(values.concurrency ? { concurrency: Number(values.concurrency) } : {}),
  ...(values.queue ? { queue: Number(values.queue) } : {}),
}

async function startOurs(): Promise<Emulator> {
  await buildFunctionsIfChanged()
  return startLocalCloud({
    port: Number(values.port),
    dir: values.data ?? '.data',
    fresh: values.fresh,
    seed: values.seed as Seed,
    ...plan,
    pages: { '/app': 'dist/h5', '/': 'demo/stage' },
  })
}

/** Somebody else's functions, as they are; without --data nothing is kept. */
async function startOthers(functions: string): Promise<Emulator> {
  if (functionNames(functions).length === 0)
    throw new Error(`${functions} has no folder with an index.js: name the folder that holds the functions`)
  if (values.fresh && values.data) startOver(values.data)
  const schema = values.schema
    ? (JSON.parse(readFileSync(values.schema, 'utf8')) as DatabaseSchema)
    : { collections: {} }
  for (const name of values.collections?.split(',') ?? []) schema.collections[name] ??= {}
  return startEmulator({
    port: Number(values.port),
    functions,
    schema,
    ...(values.data ? { dir: values.data } : {}),
    ...plan,
  })
}

async function main(): Promise<void> {
  const emulator = await (values.functions ? startOthers(values.functions) : startOurs())
  process.stdout.write(`ready ${emulator.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void emulator.close().then(() => process.exit(0)))
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
