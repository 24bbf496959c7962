import { type Collection, keysOf, match, put } from './memory'
import {
  find,
  hold,
  keyOfDocument,
  released,
  seen,
  supersede,
  type Transaction,
  type Transactions,
} from './transactions'
import type { Document } from './types'
import { Fault } from './values'

export interface Change {
  collection: string
  id: string
  /** null removes it. */
  document: Document | null
}

export interface Engine {
  collections: Map<string, Collection>
  transactions: Transactions
  /** Number of the last commit. */
  sequence: number
  now: () => number
  /** Makes changes durable, all or none. */
  commit(changes: readonly Change[]): void
  create(name: string): void
}

export interface Done {
  data: unknown
  scanned: number
  returned: number
  transactionId?: string
}
export type Payload = Record<string, unknown>
export type Action = (engine: Engine, payload: Payload) => Done | Promise<Done>

export function collectionOf(engine: Engine, payload: Payload): Collection {
  const name = payload.collectionName
  if (typeof name !== 'string' || name === '') throw new Fault('INVALID_PARAM', 'collectionName is required')
  const collection = engine.collections.get(name)
  if (!collection)
    throw new Fault('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}`)
  return collection
}

export const transactionOf = (engine: Engine, payload: Payload): Transaction | undefined =>
  payload.transactionId === undefined
    ? undefined
    : find(engine.transactions, payload.transactionId, engine.now())

/** One document as the caller sees it: in a transaction its own write or the state of its start. */
export function see(
  engine: Engine,
  collection: Collection,
  id: string,
  transaction?: Transaction,
): Document | null {
  const current = collection.versions.get(id)
  if (!transaction) return current?.document ?? null
  return seen(engine.transactions, transaction, keyOfDocument(collection.name, id), current)
}

/** The documents of a request: all that match, or in a transaction the one it names. */
export function read(engine: Engine, collection: Collection, filter: Document, transaction?: Transaction) {
  if (!transaction) return match(collection, filter)
  const id = (filter._id as { $eq?: unknown } | undefined)?.$eq ?? filter._id
  if (typeof id !== 'string') {
    throw new Fault('DATABASE_REQUEST_FAILED', 'a transaction works on single documents by _id')
  }
  const document = see(engine, collection, id, transaction)
  return { documents: document ? [document] : [], scanned: 1 }
}

export const duplicate = (collection: string, index: string) =>
  new Fault(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] E11000 duplicate key error collection: ${collection} index: ${index}`,
  )

/** Refuses changes that leave two documents with one key of a unique index; an absent field counts as null. */
function requireUnique(engine: Engine, changes: readonly Change[]): void {
  const changing = new Set(changes.map(({ collection, id }) => keyOfDocument(collection, id)))
  const taken = new Map<string, string>()
  for (const { collection: name, id, document } of changes) {
    if (!document) continue
    for (const { fields, ids, unique } of engine.collections.get(name)!.lookups) {
      if (unique === undefined) continue
      for (const key of keysOf(document, fields)) {
        const mark = `${name}/${unique}/${key}`
        const other =
          taken.get(mark) ??
          [...(ids.get(key) ?? [])].find((each) => !changing.has(keyOfDocument(name, each)))
        if (other !== undefined && other !== id) throw duplicate(name, unique)
        taken.set(mark, id)
      }
    }
  }
}

/** Writes changes into the transaction, or at once. Synchronous: what was read just before is still so. */
export function write(engine: Engine, changes: readonly Change[], transaction?: Transaction): void {
  if (!transaction) {
    apply(engine, changes)
    return
  }
  const all = [...transaction.writes.values()].filter(
    (own) => !changes.some((each) => each.id === own.id && each.collection === own.collection),
  )
  requireUnique(engine, [...all, ...changes])
  for (const change of changes) {
    const key = keyOfDocument(change.collection, change.id)
    hold(
      engine.transactions,
      transaction,
      key,
      engine.collections.get(change.collection)!.versions.get(change.id),
    )
    transaction.writes.set(key, change)
  }
}

/** Makes changes durable, then visible. */
export function apply(engine: Engine, changes: readonly Change[]): void {
  if (changes.length === 0) return
  requireUnique(engine, changes)
  engine.commit(changes)
  const sequence = ++engine.sequence
  for (const { collection, id, document } of changes) {
    const target = engine.collections.get(collection)!
    supersede(engine.transactions, keyOfDocument(collection, id), target.versions.get(id), sequence)
    put(target, id, document, sequence)
  }
}

/**
 * Reads and writes in one step, after whoever holds any of the documents has ended. The step must be
 * synchronous: between its reading and its writing nobody else may write.
 */
export async function whenFree<T>(
  engine: Engine,
  transaction: Transaction | undefined,
  plan: () => { changes: Change[]; answer: T },
): Promise<T> {
  for (;;) {
    const { changes, answer } = plan()
    const held = engine.transactions.held
    const busy = transaction
      ? undefined
      : changes.map(({ collection, id }) => keyOfDocument(collection, id)).find((key) => held.has(key))
    if (busy === undefined) {
      write(engine, changes, transaction)
      return answer
    }
    await released(engine.transactions, busy)
  }
}
