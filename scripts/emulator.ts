import { readFileSync } from 'node:fs'
import { type Emulator, startEmulator } from '../emulator'
import { functionNames } from '../emulator/runtime/config'
import type { DatabaseSchema } from '../emulator/store'
import { buildFunctionsIfChanged } from './functions'
import { startLocalCloud, startOver } from './local-cloud'
import { directoryOf, numberOf, oneOf, optionsOf, portOf, run } from './options'

function options() {
  const { port, data, seed, concurrency, queue, ...more } = optionsOf({
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
  const [atOnce, waiting] = [numberOf('concurrency', concurrency, 1), numberOf('queue', queue, 0)]
  return {
    ...more,
    port: portOf(port) ?? 0,
    dir: data === undefined ? undefined : directoryOf(data),
    seed: oneOf('seed', seed, ['demo', 'none']),
    plan: {
      ...(atOnce === undefined ? {} : { concurrency: atOnce }),
      ...(waiting === undefined ? {} : { queue: waiting }),
    },
  }
}
type Options = ReturnType<typeof options>

async function startOurs({ port, dir = '.data', fresh, seed, plan }: Options): Promise<Emulator> {
  await buildFunctionsIfChanged()
  const pages = { '/app': 'dist/h5', '/': 'demo/stage' }
  return startLocalCloud({ ...{ port, dir, fresh, seed, pages }, ...plan })
}

/** Somebody else's functions, as they are; without --data nothing is kept. */
async function startOthers(functions: string, asked: Options): Promise<Emulator> {
  const { port, dir, plan } = asked
  if (functionNames(functions).length === 0)
    throw new Error(`${functions} has no folder with an index.js: name the folder that holds the functions`)
  if (asked.fresh && dir) startOver(dir)
  const schema = asked.schema
    ? (JSON.parse(readFileSync(asked.schema, 'utf8')) as DatabaseSchema)
    : { collections: {} }
  for (const name of asked.collections?.split(',') ?? []) schema.collections[name] ??= {}
  return startEmulator({ ...{ port, functions, schema }, ...(dir ? { dir } : {}), ...plan })
}

async function main(): Promise<void> {
  const asked = options()
  const emulator = await (asked.functions ? startOthers(asked.functions, asked) : startOurs(asked))
  process.stdout.write(`ready ${emulator.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void emulator.close().then(() => process.exit(0)))
}

run(main)
