import { useEffect, useRef, useState } from 'react'
import { asRefused, call, newRequestId, type Refused } from '../cloud/call'
import { cachedMe } from '../cloud/me'
import { onOnline } from '../cloud/transport'
import { keep, kept } from '../storage'
import { afterSent, type Entry, entryOf, inOrder, type Kept } from './queue'
import { refusals } from './words'

/** A moment in which somebody ticks several: they go out together. */
const TOGETHER_MS = 1_500
const AGAIN_MS = 15_000
/** The server takes 200 a call. */
const MOST = 100

const keyOf = (classId: string, session: string) => `attendance:${classId}:${session}`

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

/**
 * The list of one session, kept on the phone: ticks are kept first and sent when they can be, in their order, also after the
 * mini-program was closed. `state` is of the list itself: with one from before it is ready without a network.
 */
export function useList(classId: string, session: string) {
  const key = keyOf(classId, session)
  const [list, setList] = useState<Kept | undefined>(() => kept<Kept>(key))
  const [refusal, setRefusal] = useState<Refused>()
  const [refused, setRefused] = useState<string[]>([])
  const latest = useRef(list)
  const sending = useRef(false)
  const soon = useRef<ReturnType<typeof setTimeout>>()

  const put = (next: Kept) => {
    latest.current = next
    keep(key, next)
    setList(next)
  }
  const reload = async () => {
    try {
      const sheet = await loadSheet(classId, session)
      put({ ...sheet, queue: latest.current?.queue ?? [] })
      setRefusal(undefined)
    } catch (error) {
      setRefusal(asRefused(error))
    }
  }
  const send = async (): Promise<void> => {
    clearTimeout(soon.current)
    const entries = latest.current?.queue.slice(0, MOST) ?? []
    if (entries.length === 0 || sending.current) return
    sending.current = true
    try {
      const input = { classId, session, entries }
      const { results } = await call('training.recordAttendance', input, { requestId: newRequestId() })
      if (latest.current) put(afterSent(latest.current, results, cachedMe()?.person?.name))
      setRefused((before) => [...refusals(results), ...before].slice(0, 5))
      setRefusal(undefined)
    } catch (error) {
      setRefusal(asRefused(error))
      return
    } finally {
      sending.current = false
    }
    // Ticked meanwhile, or more than one call takes.
    if (latest.current && latest.current.queue.length > 0) await send()
  }
  const add = (personId: string, what: Parameters<typeof entryOf>[1]): Entry | undefined => {
    const now = latest.current
    if (!now) return undefined
    const entry = entryOf(personId, what, { entryId: newRequestId(), now: Date.now(), ahead: now.ahead })
    put({ ...now, queue: [...now.queue, entry] })
    clearTimeout(soon.current)
    soon.current = setTimeout(() => void send(), TOGETHER_MS)
    return entry
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once a page; everything it uses is read through refs
  useEffect(() => {
    void reload().then(send)
    const stop = onOnline(() => void send())
    const again = setInterval(() => void send(), AGAIN_MS)
    return () => {
      stop()
      clearInterval(again)
      clearTimeout(soon.current)
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
  return { list, state, refusal: list && offline ? undefined : refusal, offline, refused, reload, send, add }
}
