import { parseArgs } from 'node:util'
import { buildFunctionsIfChanged } from './functions'
import { type Seed, startLocalCloud } from './local-cloud'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    data: { type: 'string', default: '.data' },
    fresh: { type: 'boolean', default: false },
    seed: { type: 'string', default: 'demo' },
    concurrency: { type: 'string' },
    queue: { type: 'string' },
  },
})

async function main(): Promise<void> {
  await buildFunctionsIfChanged()
  const emulator = await startLocalCloud({
    port: Number(values.port),
    dir: values.data,
    fresh: values.fresh,
    seed: values.seed as Seed,
    ...(values.concurrency ? { concurrency: Number(values.concurrency) } : {}),
    ...(values.queue ? { queue: Number(values.queue) } : {}),
    pages: { '/app': 'dist/h5', '/': 'demo/stage' },
  })
  process.stdout.write(`ready ${emulator.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void emulator.close().then(() => process.exit(0)))
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
