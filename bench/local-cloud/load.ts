import { calls, sdk } from './sdk'

export const CLIENTS = 50
export const MINUTE = 60_000
/** Of so many calls one writes. */
const WRITES = 4

export interface Load {
  perSecond: number
  failed: number
  /** Milliseconds of the slowest call. */
  slowest: number
}

/** Fifty clients read and write for a minute. */
export async function underLoad(url: string): Promise<Load> {
  sdk(url)
  const began = performance.now()
  const since = () => performance.now() - began
  let made = 0
  let failed = 0
  let slowest = 0
  const client = async (number: number) => {
    while (since() < MINUTE) {
      const from = performance.now()
      await ((made + number) % WRITES === 0 ? calls.add() : calls.get()).catch(() => failed++)
      made++
      slowest = Math.max(slowest, performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)))
  return { perSecond: Math.round(made / (since() / 1000)), failed, slowest }
}
