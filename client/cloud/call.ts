import { useRef } from 'react'
import type { Input, OperationName, Output } from '../../contract'
import type { Refusal } from '../../contract/envelope'
import { callApi, isOffline } from './transport'

/** OFFLINE is the client's own: the request never reached the cloud. */
export type RefusalCode = Refusal['code'] | 'OFFLINE'
/** What `call` throws: a sentence for the person, a code for the page. */
export type Refused = Error & { code: RefusalCode; fields: Record<string, string> }

export interface CallOptions {
  /** The person an informant acts for. */
  actFor?: string | undefined
  /** One per intent; made here unless the caller keeps it through a second press. */
  requestId?: string | undefined
}

const TRIES = 5
const FIRST_WAIT_MS = 400
const OFFLINE = '现在没有网络。走到有信号的地方再按一次。填好的都不会丢。'
const BUSY = '现在用的人太多。请等几秒再按一次。填好的都不会丢。'
/** The cloud's refusal of a request of more than 100 KB: sending it again cannot help. */
const TOO_LARGE = '内容太多了，发不出去。请少写一点、少选几张照片再试。'

export function refused(code: RefusalCode, message: string, fields: Record<string, string> = {}): Refused {
  return Object.assign(new Error(message), { code, fields })
}

/** Anything caught, as a refusal with a sentence one may show. */
export function asRefused(error: unknown): Refused {
  if (error instanceof Error && 'code' in error && 'fields' in error) return error as Refused
  return refused('INTERNAL', '系统出了点问题。请过一会儿再试。填好的都不会丢。')
}

const part = () => Math.random().toString(36).slice(2, 10).padEnd(8, '0')
export const newRequestId = (): string => `${Date.now().toString(36)}-${part()}${part()}`

/** Doubling, with jitter, so that phones refused together do not come back together. */
const wait = (round: number) =>
  new Promise((done) => setTimeout(done, FIRST_WAIT_MS * 2 ** round * (0.5 + Math.random())))

type Answer = { ok: true; data: unknown } | { ok: false; error: Refusal }

/**
 * Calls an operation. Waits out a busy cloud and a bad line with the same requestId, so that nothing is done twice.
 * @throws Refused
 */
export async function call<N extends OperationName>(
  operation: N,
  input: Input<N>,
  { actFor, requestId = newRequestId() }: CallOptions = {},
): Promise<Output<N>> {
  let last = refused('OFFLINE', OFFLINE)
  for (let round = 0; round < TRIES; round++) {
    if (round > 0) await wait(round - 1)
    try {
      const request = { operation, input, requestId, ...(actFor ? { actFor } : {}) }
      const answer = (await callApi(request)) as Answer
      if (answer.ok) return answer.data as Output<N>
      last = refused(answer.error.code, answer.error.message, answer.error.fields)
      if (last.code !== 'BUSY') throw last
    } catch (error) {
      if (error === last) throw last
      const { errCode, errMsg } = error as { errCode?: number; errMsg?: string }
      if (/data size exceeds|too large/i.test(errMsg ?? '')) throw refused('TOO_LARGE', TOO_LARGE)
      const reached =
        typeof errCode === 'number' && errCode < 0 && !/request:fail|network/i.test(errMsg ?? '')
      last = reached ? refused('BUSY', BUSY) : refused('OFFLINE', OFFLINE)
      if (!reached && (await isOffline())) break
    }
  }
  throw last
}

/**
 * `call` for a form or a button: pressing again with the same content after a failure is the same intent and
 * carries the same requestId; a changed content, or a success, begins a new one.
 */
export function useIntent<N extends OperationName>(operation: N) {
  const kept = useRef({ content: '', requestId: '' })
  return async (input: Input<N>, actFor?: string): Promise<Output<N>> => {
    const content = JSON.stringify([input, actFor])
    if (kept.current.content !== content) kept.current = { content, requestId: newRequestId() }
    const output = await call(operation, input, { actFor, requestId: kept.current.requestId })
    kept.current = { content: '', requestId: '' }
    return output
  }
}
