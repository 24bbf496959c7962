import { createHash } from 'node:crypto'
import { inTransaction, isConflict, type Transaction } from './database'
import { Refused } from './refusal'
import { retry } from './retry'

/** `requests`: what a requestId has already done. Only committed successes are here, written with the change itself. */
interface RequestRecord {
  _id: string
  operation: string
  /** Of the whole body, so that a requestId cannot be used for something else. */
  hash: string
  /** Part of a bulk write (a person, an item), or `all` → what was answered. */
  answers: Record<string, unknown>
  at: string
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
}

/**
 * Runs a write once for its requestId: sent again, it answers what it answered before; sent with another body, it is
 * refused (REQUEST_REUSED). `part` names one of several writes of the same request. Conflicts are retried with jitter,
 * then refused as BUSY. Costs four round trips beside the work's own: begin, look, remember, commit.
 */
export function once<T>(
  request: Request,
  part: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const _id = sha256(`${request.openid}\n${request.requestId}`).slice(0, 32)
  const hash = sha256(canonical([request.operation, request.input, request.actFor]))
  const attempt = () =>
    inTransaction(async (transaction) => {
      const record = await transaction.get<RequestRecord>('requests', _id)
      if (record && record.hash !== hash) throw new Refused('REQUEST_REUSED')
      if (record && part in record.answers) return record.answers[part] as T
      const answer = await work(transaction)
      if (record) await transaction.update('requests', _id, { [`answers.${part}`]: answer })
      else {
        const { operation, now } = request
        const fresh: RequestRecord = {
          _id,
          operation,
          hash,
          answers: { [part]: answer },
          at: now.toISOString(),
        }
        await transaction.set('requests', fresh)
      }
      return answer
    })
  return retry(attempt, isConflict).catch((error) => {
    throw isConflict(error) ? new Refused('BUSY') : error
  })
}
