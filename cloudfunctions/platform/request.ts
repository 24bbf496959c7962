import { createHash, createHmac } from 'node:crypto'
import type { Thing } from '../../contract/audit'
import type { Doer } from '../areas/audit/documents'
import type { Told } from './context'
import { command, inTransaction, read, type Transaction } from './database'
import { willPass } from './passing'
import { Refused } from './refusal'
import { retry } from './retry'

/**
 * `requests`: what a requestId has already done. Only committed successes are here, written with the change itself. What
 * the audit log says of it stands here as well and is copied there by functions/jobs (areas/audit/copy.ts): an exchange of
 * its own in every write would be one too many.
 */
export interface RequestRecord {
  _id: string
  operation: string
  /** Of the whole body, so that a requestId cannot be used for something else; keyed, for a body may hold a number of few places. */
  hash: string
  /** Part of a bulk write (a person, an item), or `all` → what was answered. */
  answers: Record<string, unknown>
  at: string
  requestId: string
  who: Doer
  forWhom?: { id: string; name: string }
  about: Thing[]
  /** Whom a file that was handed out shows, so that they find it among the looks at them. */
  shown?: string[]
  reason?: string
  /** Something in `about` is not in the audit log yet. */
  toAudit: boolean
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** JSON with sorted keys: the same body gives the same text however the client ordered it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

export interface Request {
  operation: string
  openid: string
  requestId: string
  input: unknown
  actFor?: string
  now: Date
  who: Doer
  forWhom?: { id: string; name: string }
  /** What an entry is about where the operation names nothing: the subject. */
  subject: Thing
  /** Keys the hash of the body. */
  key: string
}

/** No try begins later than this after the call: `api` is stopped after 20 seconds (its config.json). */
const LAST_TRY_MS = 8_000

const idOf = (request: Request): string => sha256(`${request.openid}\n${request.requestId}`).slice(0, 32)
const hashOf = ({ operation, input, actFor, key }: Request): string =>
  createHmac('sha256', key)
    .update(canonical([operation, input, actFor]))
    .digest('hex')

/** What a record says of this part, if anything; another body under the same id is refused. */
function answerIn<T>(
  record: RequestRecord | null,
  request: Request,
  part: string,
): { answer: T } | undefined {
  if (!record) return undefined
  if (record.hash !== hashOf(request)) throw new Refused('REQUEST_REUSED')
  return part in record.answers ? { answer: record.answers[part] as T } : undefined
}

/**
 * What this request was answered before, outside any transaction: for refusing early what cannot succeed, without
 * refusing who has succeeded already. One round trip.
 */
export async function answered<T>(request: Request, part: string): Promise<{ answer: T } | undefined> {
  return answerIn(await read<RequestRecord>('requests', idOf(request)), request, part)
}

/**
 * Runs a write once for its requestId: sent again, it answers what it answered before; sent with another body, it is
 * refused (REQUEST_REUSED). `part` names one of several writes of the same request. Conflicts, and a line that broke
 * (even at the commit: the next try finds what was done), are retried with jitter, then refused as BUSY. Costs four
 * round trips beside the work's own: begin, look, remember, commit; a refusal begins, looks, aborts and looks again.
 */
export function once<T>(
  request: Request,
  part: string,
  work: (transaction: Transaction) => Promise<T>,
  told: Told | ((answer: T) => Told) = {},
): Promise<T> {
  const _id = idOf(request)
  const attempt = () =>
    inTransaction(async (transaction) => {
      const record = await transaction.get<RequestRecord>('requests', _id)
      const earlier = answerIn<T>(record, request, part)
      if (earlier) return earlier.answer
      const answer = await work(transaction)
      const {
        about = [request.subject],
        shown,
        reason,
        self,
      } = typeof told === 'function' ? told(answer) : told
      if (record)
        await transaction.update('requests', _id, {
          [`answers.${part}`]: answer,
          about: command.push(about),
          ...(about.length > 0 ? { toAudit: true } : {}),
        })
      else {
        const { operation, now, requestId, who, forWhom } = request
        const fresh: RequestRecord = {
          _id,
          operation,
          hash: hashOf(request),
          answers: { [part]: answer },
          at: now.toISOString(),
          requestId,
          who: self ? { ...who, personId: self.id, name: self.name } : who,
          forWhom,
          about,
          shown,
          reason,
          toAudit: about.length > 0,
        }
        await transaction.set('requests', fresh)
      }
      return answer
    })
  return retry(attempt, willPass, { until: request.now.getTime() + LAST_TRY_MS }).catch(async (error) => {
    if (!(error instanceof Refused)) throw willPass(error) ? new Refused('BUSY') : error
    // What refuses may be what this same request did a moment ago, if it came twice at once and work looks beside its transaction.
    const earlier = await answered<T>(request, part)
    if (earlier) return earlier.answer
    throw error
  })
}
