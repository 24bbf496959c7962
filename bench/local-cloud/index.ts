import type { Found, Line, Measurement } from '../line'
import { median } from '../statistics'
import { underLoad } from './load'
import { addOne, getSorted, move, sdk } from './sdk'
import { type Server, startServer } from './servers'

const SIZES = [1000, 10_000, 100_000, 1_000_000]
/** Of each kind in turn; the median of the quotients is told. */
const ROUNDS = 25
/** Before that: code is compiled as it is used. */
const WARMING = 25
const TIMES = 20
/** Begin, two reads, two writes, commit. */
const EXCHANGES = 6

/** Milliseconds of one call, over several in a row. */
async function timed(call: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  for (let n = 0; n < TIMES; n++) await call()
  return (performance.now() - began) / TIMES
}

/** How many times as long a call takes there as the constant answer does: both in turn, so that both meet the same noise. */
async function against(constant: Server, server: Server, call: () => Promise<unknown>): Promise<number> {
  const ratios: number[] = []
  for (let round = 0; round < WARMING + ROUNDS; round++) {
    sdk(constant.url)
    const limit = await timed(getSorted)
    sdk(server.url)
    const own = await timed(call)
    if (round >= WARMING) ratios.push(own / limit)
  }
  return median(ratios)
}

/** The same SDK calls against the local cloud and against a server that answers a constant. */
export const localCloud: Measurement = {
  name: 'local-cloud',
  title: 'The local cloud: a call of wx-server-sdk ÷ the same against a server that answers a constant',
  async measure(): Promise<Found> {
    const constant = await startServer('constant')
    const lines: Line[] = []
    try {
      for (const size of SIZES) {
        const server = await startServer(String(size))
        const of = `${size.toLocaleString('en')} documents`
        lines.push({
          name: `get 20 sorted, of ${of}`,
          value: await against(constant, server, getSorted),
          target: { most: 1.5 },
        })
        if (size === SIZES.at(-1)) {
          const transaction = await against(constant, server, move)
          lines.push(
            {
              name: `add, durable, to ${of}`,
              value: await against(constant, server, addOne),
              target: { most: 2 },
            },
            {
              name: 'a transaction of 2 reads and 2 writes',
              value: transaction,
              target: { most: 1.5 * EXCHANGES },
              note: `${EXCHANGES} exchanges`,
            },
            ...(await underLoad(server)),
          )
        }
        server.stop()
      }
    } finally {
      constant.stop()
    }
    return { lines }
  },
}
