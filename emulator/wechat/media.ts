import type { Clock } from '../clock'
import type { Files } from '../files'
import { APP_ID } from '../runtime/identity'
import type { State } from '../state'
import type { CallAnswer } from '../types'
import type { Active } from './active'
import { judgeFile, labelOf, refusal, traceId } from './checks'

/** WeChat takes up to 30 minutes. */
const VERDICT_MS = 1000
const RETRY_MS = 5000
/** WeChat pushes an event again when nobody took it, three times. */
const TRIES = 3
const MAX_FILE = 10 * 1024 * 1024
/** The address could not be read: an event without a result. */
const UNREADABLE = -1008

interface Pending {
  trace: string
  openid: string
  path: string | null
}

export interface MediaChecks {
  /** `security.mediaCheckAsync`, version 2. */
  check(body: Record<string, unknown>): object
  /** Verdicts not pushed yet. */
  pending(): number
  /** Forgets what was read, and reads again. */
  reload(): void
  close(): void
}

/** Picture and sound checks: the answer is a trace, the verdict is pushed to a function later, also after a restart. */
export function makeMediaChecks(parts: {
  state: State
  files: Files
  active: Active
  clock: Clock
  /** `openid` is whose deed it tells of. */
  push(event: object, openid: string): Promise<CallAnswer>
}): MediaChecks {
  const { state, files, active, clock, push } = parts
  const { now } = clock
  /** By trace: how to call it off. */
  const waiting = new Map<string, () => void>()
  const keep = state.prepare('INSERT INTO verdicts VALUES (?, ?, ?, ?)')
  const forget = state.prepare('DELETE FROM verdicts WHERE trace = ?')
  let closed = false

  const later = (ms: number, pending: Pending, tries = 1) => {
    waiting.set(
      pending.trace,
      clock.at(now() + ms, () => deliver(pending, tries)),
    )
  }
  async function deliver(pending: Pending, tries: number): Promise<void> {
    const mine = waiting.get(pending.trace)
    const answer = await push(eventOf(pending), pending.openid)
    // Closed or restored meanwhile: then it is not waited for any more.
    if (closed || waiting.get(pending.trace) !== mine) return
    if ('error' in answer && tries < TRIES) return later(RETRY_MS, pending, tries + 1)
    waiting.delete(pending.trace)
    forget.run(pending.trace)
  }
  const reload = () => {
    for (const stop of waiting.values()) stop()
    waiting.clear()
    const rows = state.prepare('SELECT * FROM verdicts').all() as (Pending & { due: number })[]
    for (const { due, ...pending } of rows) later(Math.max(0, Math.min(due - now(), VERDICT_MS)), pending)
  }
  function eventOf({ trace, openid, path }: Pending): object {
    const bytes = path === null ? undefined : files.read(path)
    const suggest = path !== null && bytes ? judgeFile(path, bytes) : undefined
    const verdict = suggest && { suggest, label: labelOf(suggest) }
    return {
      ToUserName: 'gh_localcloud',
      FromUserName: openid,
      CreateTime: Math.floor(now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: APP_ID,
      trace_id: trace,
      version: 2,
      ...(verdict
        ? { result: verdict, detail: [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }] }
        : { errcode: UNREADABLE, errmsg: 'download media fail', detail: [] }),
    }
  }
  reload()

  return {
    check(body) {
      const { media_url: address, media_type: type, openid } = body
      if (typeof address !== 'string' || (type !== 1 && type !== 2)) {
        return { errcode: 47001, errmsg: 'data format error: media_url or media_type' }
      }
      const refused = refusal(body, active)
      if (refused) return refused
      const path = pathOf(address, files)
      if (path !== undefined && (files.sizeOf(path) ?? 0) > MAX_FILE) {
        return { errcode: 40006, errmsg: 'invalid media size' }
      }
      const pending = { trace: traceId(), openid: openid as string, path: path ?? null }
      keep.run(pending.trace, pending.openid, pending.path, now() + VERDICT_MS)
      later(VERDICT_MS, pending)
      return { errcode: 0, errmsg: 'ok', trace_id: pending.trace }
    },
    pending: () => waiting.size,
    reload,
    close() {
      closed = true
    },
  }
}

/** The file an address of ours leads to, while it is valid: WeChat reads it from outside. */
function pathOf(address: string, files: Files): string | undefined {
  try {
    const { pathname, searchParams } = new URL(address)
    const path = decodeURIComponent(pathname.replace(/^\/files\//, ''))
    return files.allows('get', path, searchParams) ? path : undefined
  } catch {
    return undefined
  }
}
