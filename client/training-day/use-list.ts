import { useEffect, useRef, useState } from 'react'
import { asRefused, call, newRequestId, type Refused } from '../cloud/call'
import { cachedMe } from '../cloud/me'
import { onOnline } from '../cloud/transport'
import { say } from '../dialog'
import { keep, kept } from '../storage'
import { type Guest, type Kept, listKey } from '../training/day-kept'
import { onSent, sendList } from '../training/day-send'
import { entryOf, inOrder, settled, withEntry } from './queue'

/** A moment in which somebody ticks several: they go out together. */
const TOGETHER_MS = 1_500
const AGAIN_MS = 15_000

/** The whole list, page after page. @throws Refused */
async function loadSheet(classId: string, session: string): Promise<Omit<Kept, 'queue'>> {
  const first = await call('training.attendanceSheet', { classId, session })
  const people = [...first.people]
  for (let next = first.next; next !== undefined; ) {
    const page = await call('training.attendanceSheet', { classId, session, cursor: next })
    people.push(...page.people)
    next = page.next
  }
  people.sort(inOrder)
  return { title: first.title, sessions: first.sessions, people, ahead: Date.parse(first.now) - Date.now() }
}

/** The list as this phone knows it, with whatever was sent meanwhile. */
function readList(key: string): Kept | undefined {
  const list = kept<Kept>(key)
  return list && settled(list, cachedMe()?.person?.name)
}

/**
 * The list of one session, kept on the phone: ticks are kept first and sent when they can be, in their order, also after the
 * page or the mini-program was closed. What is kept is what holds: it is also sent from elsewhere (client/app.ts). `state` is
 * of the list itself: with one from before it is ready without a network.
 */
export function useList(classId: string, session: string) {
  const key = listKey(classId, session)
  const [list, setList] = useState(() => readList(key))
  const [refusal, setRefusal] = useState<Refused>()
  const soon = useRef<ReturnType<typeof setTimeout>>()
  const sends = useRef(0)
  /** Why what is kept cannot be sent at all: a list that loads does not take that away. */
  const stuck = useRef<Refused>()

  const put = (next: Kept) => {
    keep(key, next)
    setList(next)
  }
  const reload = async () => {
    try {
      let before: number
      let sheet: Omit<Kept, 'queue'>
      // A list asked for before something was sent does not know of it.
      do {
        before = sends.current
        sheet = await loadSheet(classId, session)
      } while (before !== sends.current)
      put({ queue: [], ...readList(key), ...sheet })
      setRefusal(stuck.current)
    } catch (error) {
      setRefusal(asRefused(error))
    }
  }
  const send = async () => {
    clearTimeout(soon.current)
    try {
      await sendList(key)
    } catch (error) {
      const why = asRefused(error)
      stuck.current = why.code === 'OFFLINE' ? undefined : why
      setRefusal(why)
    }
  }
  const heard = (at: string) => {
    if (at !== key) return
    sends.current++
    stuck.current = undefined
    const now = readList(key)
    if (now) put(now)
    setRefusal(undefined)
    // Who was let in has a code of their own, which the server tells with the list.
    if (now?.people.some(({ code }) => code === '')) void reload()
  }
  const add = (personId: string, what: Parameters<typeof entryOf>[1], guest?: Guest): void => {
    const now = readList(key) ?? list
    if (!now) return
    const entry = entryOf(personId, what, { entryId: newRequestId(), now: Date.now(), ahead: now.ahead })
    put(withEntry(now, entry, guest))
    if (!kept<Kept>(key)?.queue.some(({ entryId }) => entryId === entry.entryId))
      void say('手机存满了，这一条记不下来。请删掉一些照片再点，或者在纸上签名。')
    clearTimeout(soon.current)
    soon.current = setTimeout(() => void send(), TOGETHER_MS)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once a list; what is kept is read anew each time
  useEffect(() => {
    const stopHearing = onSent(heard)
    const refresh = () => void send().then(reload)
    refresh()
    const stop = onOnline(refresh)
    const again = setInterval(() => void send(), AGAIN_MS)
    return () => {
      stopHearing()
      stop()
      clearInterval(again)
      clearTimeout(soon.current)
      const now = readList(key)
      // They were in sight.
      if (now?.refused?.length) keep(key, { ...now, refused: [] })
      void sendList(key).catch(() => undefined)
    }
  }, [key])

  const offline = refusal?.code === 'OFFLINE'
  const state: 'loading' | 'ready' | 'failed' | 'offline' = list
    ? 'ready'
    : !refusal
      ? 'loading'
      : offline
        ? 'offline'
        : 'failed'
  return { list, state, refusal: list && offline ? undefined : refusal, offline, reload, add }
}
