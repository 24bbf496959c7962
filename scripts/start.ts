import { parseArgs } from 'node:util'
import type { Emulator } from '../emulator'
import { buildAll } from './build'
import { startLocalCloud } from './local-cloud'

const USUAL_PORT = 9321
const PAGES = { '/app': 'dist/h5', '/': 'demo/stage' }

function options() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string', default: '.data' },
      fresh: { type: 'boolean', default: false },
    },
  })
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw new Error(`--port ${values.port}: a port is a number from 0 (any that is free) to 65535`)
  return { port, dir: values.data, fresh: values.fresh }
}

/** A port that was asked for is that one or a clear sentence; the usual one may be taken by something else. */
async function start({ port, dir, fresh }: ReturnType<typeof options>): Promise<Emulator> {
  const on = (number: number) => startLocalCloud({ port: number, dir, fresh, pages: PAGES })
  if (port !== undefined) return on(port)
  try {
    return await on(USUAL_PORT)
  } catch (error) {
    if (!(error as Error).message.includes('is taken')) throw error
    process.stdout.write(`port ${USUAL_PORT} is taken, using another\n`)
    return on(0)
  }
}

/** Builds what has changed, starts the local cloud with the demo county, and prints one address. */
async function main(): Promise<void> {
  const asked = options()
  await buildAll(['h5'])
  const emulator = await start(asked)
  process.stdout.write(`\n科技助农 → ${emulator.url}\nopen it in a browser; Ctrl+C ends it\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void emulator.close().then(() => process.exit(0)))
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
