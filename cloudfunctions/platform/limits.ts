import { createHash } from 'node:crypto'
import { sayTime } from '../../contract/time'
import { collection, command, read } from './database'
import { Refused } from './refusal'

/** What an operation without a limit of its own allows: no person presses so often. Of one instance, in its memory. */
const ANY = { calls: 300, minutes: 1 }

interface Limit {
  calls: number
  minutes: number
}

const windowOf = ({ minutes }: Limit, now: Date): number => Math.floor(now.getTime() / (minutes * 60_000))
const endOf = (limit: Limit, now: Date): Date => new Date((windowOf(limit, now) + 1) * limit.minutes * 60_000)

const tooOften = (limit: Limit, now: Date): Refused =>
  new Refused('TOO_OFTEN', `您按得太多了。请在${sayTime(endOf(limit, now).toISOString(), now)} 以后再试。`)

let counted = { window: 0, calls: new Map<string, number>() }

/** Counts a call in this instance's memory; costs nothing, and keeps one runaway phone from everybody's way. */
export function limitAny(openid: string, operation: string, now: Date): void {
  const window = windowOf(ANY, now)
  if (counted.window !== window) counted = { window, calls: new Map() }
  const key = `${openid}:${operation}`
  const calls = (counted.calls.get(key) ?? 0) + 1
  counted.calls.set(key, calls)
  if (calls > ANY.calls) throw tooOften(ANY, now)
}

/** `limits`: how often an account called an operation in a stretch of time. */
interface LimitDocument {
  _id: string
  calls: number
  /** When it can be forgotten, ISO. */
  endsAt: string
}

/**
 * Counts a call for all instances, then looks: of calls made at the same moment no more than the limit get through.
 * Refuses TOO_OFTEN with the time at which to come back. Two round trips, three for the first call of a stretch.
 */
export async function limit(key: string, { calls, minutes }: Limit, now: Date): Promise<void> {
  const of = { calls, minutes }
  const _id = createHash('sha256')
    .update(`${key}\n${windowOf(of, now)}`)
    .digest('hex')
    .slice(0, 32)
  if (!(await count(_id))) {
    const first = { _id, calls: 1, endsAt: endOf(of, now).toISOString() }
    const created = await Promise.resolve(collection('limits').add({ data: first }))
      .then(() => true)
      .catch(() => false)
    // Somebody else's first call was quicker: then there is something to count up.
    if (created) return
    await count(_id)
  }
  const document = await read<LimitDocument>('limits', _id)
  if (document && document.calls > calls) throw tooOften(of, now)
}

async function count(_id: string): Promise<boolean> {
  const { stats } = (await collection('limits')
    .where({ _id })
    .update({ data: { calls: command.inc(1) } })) as unknown as { stats: { updated: number } }
  return stats.updated === 1
}

/** Removes counts of stretches that are over. */
export async function forgetLimits(now: Date): Promise<void> {
  await collection('limits')
    .where({ endsAt: command.lt(now.toISOString()) })
    .remove()
}
