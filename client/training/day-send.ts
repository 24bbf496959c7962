import { call } from '../cloud/call'
import { keep, kept, keptNames } from '../storage'
import { type Entry, type Kept, LISTS, listKey, unsentIn } from './day-kept'

// In the main package, for a list is sent wherever the app is: it only sends and keeps the answers. What they mean for the
// list, its page reads from them. Promises, not async: every phone downloads this.

/** The server takes 200 a call. */
const MOST = 100

const sending = new Map<string, Promise<void>>()
const listeners = new Set<(key: string) => void>()

/** Tells, until it is stopped, of every list of which something was sent. */
export function onSent(listener: (key: string) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function unsent(key: string): Entry[] {
  const list = kept<Kept>(key)
  return list ? unsentIn(list) : []
}

function sendAll(key: string): Promise<void> {
  const entries = unsent(key).slice(0, MOST)
  if (entries.length === 0) return Promise.resolve()
  const [, classId = '', session = ''] = key.split(':')
  return call('training.recordAttendance', { classId, session, entries }).then(({ results }) => {
    // Read again: somebody may have ticked meanwhile, or have left and taken everything along.
    const now = kept<Kept>(key)
    if (!now) return
    keep(key, { ...now, told: (now.told ?? []).concat(results) })
    listeners.forEach((listener) => void listener(key))
    // A phone too full to note that it was sent would send it without end.
    if (unsent(key)[0]?.entryId !== entries[0]?.entryId) return sendAll(key)
  })
}

/** Sends what a list has kept, in its order; who asks while it is being sent waits for that. @throws Refused */
export function sendList(key: string): Promise<void> {
  const running = sending.get(key) ?? sendAll(key).finally(() => sending.delete(key))
  sending.set(key, running)
  return running
}

/** Sends what all lists have kept, one after the other; what cannot be sent now stays for the next time. */
export const sendLists = (): Promise<void> =>
  keptNames(LISTS).reduce(
    (before, key) => before.then(() => sendList(key)).catch(() => undefined),
    Promise.resolve(),
  )

/** How many ticks of a class, of whatever session, are still on the phone. */
export const unsentOf = (classId: string): number =>
  keptNames(listKey(classId, '')).reduce((sum, key) => sum + unsent(key).length, 0)
