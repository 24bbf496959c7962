import { asRefused, call } from '../cloud/call'
import { cachedMe } from '../cloud/me'
import { keep, kept, keptNames } from '../storage'
import { afterSent, type Kept, LISTS, listKey } from './day-kept'

/** The server takes 200 a call. */
const MOST = 100

const sending = new Map<string, Promise<void>>()
const listeners = new Set<(key: string) => void>()

/** Tells, until it is stopped, of every list of which something was sent. */
export function onSent(listener: (key: string) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

async function sendAll(key: string): Promise<void> {
  const [, classId = '', session = ''] = key.split(':')
  for (;;) {
    const entries = kept<Kept>(key)?.queue.slice(0, MOST) ?? []
    const [first] = entries
    if (!first) return
    const { results } = await call('training.recordAttendance', { classId, session, entries })
    // Read again: somebody may have ticked meanwhile, or have left and taken everything along.
    const now = kept<Kept>(key)
    if (!now) return
    keep(key, afterSent(now, results, cachedMe()?.person?.name))
    for (const listener of listeners) listener(key)
    // A phone too full to note that it was sent would send it without end.
    if (kept<Kept>(key)?.queue.some(({ entryId }) => entryId === first.entryId)) return
  }
}

/** Sends what a list has kept, in its order; who asks while it is being sent waits for that. @throws Refused */
export function sendList(key: string): Promise<void> {
  const running = sending.get(key) ?? sendAll(key).finally(() => sending.delete(key))
  sending.set(key, running)
  return running
}

/** Sends what all lists have kept, one after the other; what cannot be sent now stays for the next time. */
export async function sendLists(): Promise<void> {
  for (const key of keptNames(LISTS)) {
    try {
      await sendList(key)
    } catch (error) {
      if (asRefused(error).code === 'OFFLINE') return
    }
  }
}

/** How many ticks of a class, of whatever session, are still on the phone. */
export const unsentOf = (classId: string): number =>
  keptNames(listKey(classId, '')).reduce((sum, key) => sum + (kept<Kept>(key)?.queue.length ?? 0), 0)
