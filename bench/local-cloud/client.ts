import { median } from '../statistics'
import { answering } from './child'
import { underLoad } from './load'
import { calls, type Kind, sdk } from './sdk'

/** What a client process is asked: a call at the local cloud beside a get at the constant, or many at once. */
export type Question = { kind: Kind; constant: string; server: string } | { load: string }

/** Medians in milliseconds. */
export interface Compared {
  constant: number
  server: number
}

/** Before anything counts: code is compiled as it is used. */
const WARMING = 1500
const COUNTED = 1000

async function timed(url: string, call: () => Promise<unknown>): Promise<number> {
  sdk(url)
  const began = performance.now()
  await call()
  return performance.now() - began
}

/** One call here, one there, whose turn comes first in turn, so that both meet the same noise. */
async function compare(kind: Kind, constant: string, server: string): Promise<Compared> {
  const times = { constant: [] as number[], server: [] as number[] }
  const sides = {
    constant: () => timed(constant, calls.get),
    server: () => timed(server, calls[kind]),
  }
  for (let round = 0; round < WARMING + COUNTED; round++)
    for (const side of round % 2 === 0
      ? (['constant', 'server'] as const)
      : (['server', 'constant'] as const)) {
      const ms = await sides[side]()
      if (round >= WARMING) times[side].push(ms)
    }
  return { constant: median(times.constant), server: median(times.server) }
}

answering((given) => {
  const question = given as Question
  return 'load' in question
    ? underLoad(question.load)
    : compare(question.kind, question.constant, question.server)
})
