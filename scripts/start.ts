import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildAll } from './build'
import { startLocalCloud } from './local-cloud'

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    data: { type: 'string', default: '.data' },
    fresh: { type: 'boolean', default: false },
  },
})
const USUAL_PORT = 9321

/** Builds what has changed, starts the local cloud with the demo county, and prints one address. */
async function main(): Promise<void> {
  await buildAll(['h5'])
  const pages = { ...(existsSync('dist/h5') ? { '/app': 'dist/h5' } : {}), '/': 'demo/stage' }
  const start = (port: number) => startLocalCloud({ port, dir: values.data, fresh: values.fresh, pages })
  // A port that was asked for is that one or a clear sentence; the usual one may be taken by something else.
  const emulator = values.port
    ? await start(Number(values.port))
    : await start(USUAL_PORT).catch((error: Error) => {
        if (!error.message.includes('is taken')) throw error
        process.stdout.write(`port ${USUAL_PORT} is taken, using another\n`)
        return start(0)
      })
  process.stdout.write(`\n科技助农 → ${emulator.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void emulator.close().then(() => process.exit(0)))
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
