import { comparator, compile, distanceOrder } from '../semantics'
import type { Collection } from './disk/tables'
import { readAt } from './disk/write'
import type { Engine } from './engine'
import { type Asked, select } from './select'
import { differences, keyOfDocument, type Transaction } from './transactions'
import type { Document } from './types'

/** The id of a filter that names one document and asks nothing else. */
export function onlyId(filter: Document): unknown {
  if (Object.keys(filter).length !== 1 || filter._id === null) return undefined
  const id = (filter._id as { $eq?: unknown } | undefined)?.$eq ?? filter._id
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}

/**
 * What a transaction finds by a filter: everybody's documents, but as they are for it. The cloud does this,
 * though its guide advises single documents:
 * https://github.com/TencentCloudBase/node-sdk/blob/master/test/database/unit/transaction.test.ts
 */
export function readSnapshot(
  engine: Engine,
  collection: Collection,
  { filter, order = {}, skip = 0, limit = Number.POSITIVE_INFINITY }: Asked,
  transaction: Transaction,
): { documents: Document[]; scanned: number; index?: string } {
  const { found, ...more } = select(engine.disk, collection, { filter })
  const different = differences(engine.transactions, transaction, collection.name)
  const test = compile(filter, engine.now())
  const documents: Document[] = []
  for (const each of found) {
    const document = readAt(engine.disk, collection, each)
    const key = keyOfDocument(collection.name, document._id)
    const own = different.get(key)
    if (own === undefined) documents.push(document)
    else if (own && test(own)) documents.push(own)
    different.delete(key)
  }
  for (const own of different.values()) if (own && test(own)) documents.push(own)
  const sort = Object.keys(order).length > 0 ? comparator(order) : distanceOrder(filter)
  if (sort) documents.sort(sort)
  return { documents: documents.slice(skip, skip + limit), ...more }
}
