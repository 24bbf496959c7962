import type { Emulator } from '../emulator'
import { buildAll } from './build'
import { startLocalCloud } from './local-cloud'
import { directory, optionsOf, port, runCommand } from './options'

const USUAL_PORT = 9321
const PAGES = { '/app': 'dist/h5', '/': 'demo/stage' }

function options() {
  const values = optionsOf('npm start', {
    port: { type: 'string' },
    data: { type: 'string', default: '.data' },
    fresh: { type: 'boolean', default: false },
  })
  return { number: port(values.port), dir: directory('data', values.data), fresh: values.fresh }
}

/** A port that was asked for is that one or a clear sentence; the usual one may be taken by something else. */
async function start({ number, dir, fresh }: ReturnType<typeof options>): Promise<Emulator> {
  const on = (port: number) => startLocalCloud({ port, dir, fresh, pages: PAGES })
  if (number !== undefined) return on(number)
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

runCommand(main)
