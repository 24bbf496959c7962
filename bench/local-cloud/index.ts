import type { Found, Line, Measurement } from '../line'
import { type Child, startChild } from './child'
import type { Compared, Question } from './client'
import { CLIENTS, type Load } from './load'
import { scanLines, type scansOf } from './scans'
import type { Kind } from './sdk'
import { SIZES } from './things'

/** Begin, two reads, two writes, commit. */
const EXCHANGES = 6
const LARGEST = SIZES.at(-1)

/** What is cached has filled by then; from here on memory is compared. */
const WARM = 20_000
/** Memory may move by as much without having grown. */
const GROWTH = 1.15

/** A call's targets, as a multiple of a get at the constant. */
const MEASURED: Record<Kind, { name: string; most: number }> = {
  get: { name: 'get 20 sorted, of', most: 1.5 },
  add: { name: 'add, durable, to', most: 2 },
  transaction: {
    name: `a transaction of 2 reads and 2 writes (${EXCHANGES} exchanges), of`,
    most: 1.5 * EXCHANGES,
  },
}

/** Everything in fresh processes: the constant, the local cloud with so many documents, and whoever asks them. */
async function among<T>(size: number, use: (constant: Child, server: Child) => Promise<T>): Promise<T> {
  const children = [
    startChild('server.ts', ['constant', String(size)]),
    startChild('server.ts', ['cloud', String(size)]),
  ]
  try {
    return await use(...(children as [Child, Child]))
  } finally {
    for (const child of children) child.stop()
  }
}

async function asking<T>(question: Question): Promise<T> {
  const client = startChild('client.ts')
  try {
    return await client.ask<T>(question)
  } finally {
    client.stop()
  }
}

async function compared(kind: Kind, constant: string, server: string, of: string): Promise<Line> {
  const times = await asking<Compared>({ kind, constant, server })
  const { name, most } = MEASURED[kind]
  const note = `${times.server.toFixed(2)} ÷ ${times.constant.toFixed(2)} ms`
  return { name: `${name} ${of}`, value: times.server / times.constant, target: { most }, note }
}

/** Fifty clients read and write for a minute: calls a second, the slowest, and whether memory grows. */
async function loaded(server: Child, url: string): Promise<Line[]> {
  let warm = 0
  const asked = setTimeout(async () => {
    warm = await server.ask<number>('memory')
  }, WARM)
  const { perSecond, slowest, failed } = await asking<Load>({ load: url })
  clearTimeout(asked)
  const memory = await server.ask<number>('memory')
  const name = `${CLIENTS} clients for a minute`
  return [
    { name: `${name}: calls per second`, value: perSecond },
    { name: `${name}: slowest`, value: slowest, unit: 'ms' },
    { name: `${name}: failed`, value: failed, target: { exactly: 0 } },
    { name: `${name}: memory ÷ memory after 20 s`, value: memory / warm, target: { most: GROWTH } },
  ]
}

/** The same SDK calls against the local cloud and against a server that answers a constant. */
export const localCloud: Measurement = {
  name: 'local-cloud',
  title: 'The local cloud: a call of wx-server-sdk ÷ a get against a server that answers a constant',
  async measure(): Promise<Found> {
    const lines: Line[] = []
    for (const size of SIZES)
      await among(size, async (constant, server) => {
        const urls = [await constant.ask<string>('url'), await server.ask<string>('url')] as const
        const of = `${size.toLocaleString('en')} documents`
        lines.push(await compared('get', ...urls, of))
        if (size !== LARGEST) return
        lines.push(await compared('add', ...urls, of), await compared('transaction', ...urls, of))
        lines.push(...scanLines(await server.ask<ReturnType<typeof scansOf>>('scans'), of))
        lines.push(...(await loaded(server, urls[1])))
      })
    return { lines }
  },
}
