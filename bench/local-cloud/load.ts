import type { Line } from '../line'
import { addOne, getSorted, sdk } from './sdk'
import type { Server } from './servers'

const CLIENTS = 50
const MINUTE = 60_000
/** What is cached has filled by then; from here on memory is compared. */
const WARM = 20_000
/** Memory may move by as much without having grown. */
const GROWTH = 1.15

/** Fifty clients read and write for a minute: calls a second, the slowest, and whether memory grows. */
export async function underLoad(server: Server): Promise<Line[]> {
  sdk(server.url)
  const began = performance.now()
  const since = () => performance.now() - began
  let calls = 0
  let failed = 0
  let slowest = 0
  let warm = 0
  const asked = setTimeout(async () => {
    warm = await server.memory()
  }, WARM)
  const client = async (number: number) => {
    while (since() < MINUTE) {
      const from = performance.now()
      await ((calls + number) % 4 === 0 ? addOne() : getSorted()).catch(() => failed++)
      calls++
      slowest = Math.max(slowest, performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)))
  clearTimeout(asked)
  const memory = await server.memory()
  const name = `${CLIENTS} clients for a minute`
  return [
    { name: `${name}: calls per second`, value: Math.round(calls / (since() / 1000)) },
    { name: `${name}: slowest`, value: slowest, unit: 'ms' },
    { name: `${name}: failed`, value: failed, target: { exactly: 0 } },
    { name: `${name}: memory ÷ memory after 20 s`, value: memory / warm, target: { most: GROWTH } },
  ]
}
