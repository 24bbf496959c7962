import { type Document as BsonDocument, EJSON } from 'bson'
import { failure } from '../errors'
import type { Document, Explanation, Store } from '../store'
import { parseOptional } from '../store/values'
import type { CallError } from '../types'

const PAGE = 50
const MOST = 200

export interface FoundDocuments {
  /** As EJSON, so that a date is told from a text. */
  documents: object[]
  scanned: number
  returned: number
  index?: string
  wasteful?: true
  explanation?: Explanation
}

/** EJSON as a person writes and reads it: plain numbers, dates as ISO texts. */
export const readable = (text: string): BsonDocument =>
  EJSON.serialize(EJSON.parse(text) as object, { relaxed: true })

const whole = (text: string | null, otherwise: number, most: number): number =>
  text !== null && /^\d{1,9}$/.test(text) ? Math.min(Number(text), most) : otherwise

const refused = (message: string): { error: CallError } => failure('malformed', message)

/**
 * A page of documents by `filter`, `order`, `skip` and `limit`; with `explain`, how the store found them.
 * @param query filter and order are EJSON texts
 */
export async function findDocuments(
  store: Store,
  name: string,
  query: URLSearchParams,
  now: number,
): Promise<FoundDocuments | { error: CallError }> {
  const filter = query.get('filter') || '{}'
  const order = query.get('order') || '{}'
  const skip = whole(query.get('skip'), 0, Number.MAX_SAFE_INTEGER)
  const limit = whole(query.get('limit'), PAGE, MOST)
  const asked = { query: filter, order, offset: skip, limit }
  const answer = await store.handle('database.getDocument', { collectionName: name, ...asked })
  if (!('data' in answer)) return refused(answer.message)
  const { list } = answer.data as { list: string[] }
  const { scanned, returned, index, wasteful } = answer.meta
  const how = { scanned, returned, ...(index ? { index } : {}), ...(wasteful ? { wasteful } : {}) }
  const found = { documents: list.map(readable), ...how }
  if (!query.has('explain')) return found
  const sorted = parseOptional(order, now) as Record<string, 1 | -1>
  return { ...found, explanation: store.explain(name, { ...plain(filter, now), order: sorted, skip, limit }) }
}

const plain = (filter: string, now: number): { filter: Document } => ({ filter: parseOptional(filter, now) })
