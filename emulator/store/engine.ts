import type { Disk } from './disk/disk'
import type { Collection } from './disk/tables'
import { type Change, commit, documentOf, duplicate, readAt } from './disk/write'
import { type Asked, select } from './select'
import { onlyId, readSnapshot } from './snapshot-read'
import {
  enter,
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

export { type Change, duplicate }

export interface Engine {
  disk: Disk
  transactions: Transactions
  /** Number of the last commit. */
  sequence: number
  now: () => number
}

/** What an action answers: data, or the JSON of it where it is text already. */
export type Done = ({ data: unknown; transactionId?: string } | { text: string }) & {
  scanned: number
  returned: number
  /** The index it began with. */
  index?: string
}
export type Payload = Record<string, unknown>
export type Action = (engine: Engine, payload: Payload) => Done | Promise<Done>

export function collectionOf(engine: Engine, payload: Payload): Collection {
  const name = payload.collectionName
  if (typeof name !== 'string' || name === '') throw new Fault('INVALID_PARAM', 'collectionName is required')
  const collection = engine.disk.collections.get(name)
  if (!collection)
    throw new Fault('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}`)
  return collection
}

export const transactionOf = (engine: Engine, payload: Payload): Transaction | undefined =>
  payload.transactionId === undefined
    ? undefined
    : enter(engine.transactions, payload.transactionId, engine.sequence, engine.now())

/** One document as the caller sees it: in a transaction its own write or the state of its snapshot. */
export function see(
  engine: Engine,
  collection: Collection,
  id: unknown,
  transaction?: Transaction,
): Document | null {
  const current = () => documentOf(engine.disk, collection, id)
  if (!transaction) return current()
  return seen(engine.transactions, transaction, keyOfDocument(collection.name, id), current)
}

/** Documents that match, in order, as the caller sees them. */
export function read(
  engine: Engine,
  collection: Collection,
  asked: Asked,
  transaction?: Transaction,
): { documents: Document[]; scanned: number; index?: string } {
  if (transaction) {
    const id = onlyId(asked.filter)
    if (id === undefined) return readSnapshot(engine, collection, asked, transaction)
    const document = see(engine, collection, id, transaction)
    return { documents: document ? [document] : [], scanned: 1, index: '_id_' }
  }
  const { found, ...more } = select(engine.disk, collection, asked)
  return { documents: found.map((each) => readAt(engine.disk, collection, each)), ...more }
}

/** Writes changes into the transaction, or at once. Synchronous: what was read just before is still so. */
export function write(engine: Engine, changes: readonly Change[], transaction?: Transaction): void {
  if (!transaction) {
    apply(engine, changes)
    return
  }
  for (const change of changes)
    hold(engine.transactions, transaction, keyOfDocument(change.collection, change.id))
  const writes = new Map(transaction.writes)
  for (const change of changes) writes.set(keyOfDocument(change.collection, change.id), change)
  const unique = changes.some(({ collection }) =>
    engine.disk.collections
      .get(collection)
      ?.indexes.slice(1)
      .some((index) => index.unique),
  )
  // Told now, as the cloud does, not at the commit.
  if (unique) commit(engine.disk, [...writes.values()], true)
  transaction.writes = writes
}

/** Makes changes durable, then visible. */
export function apply(engine: Engine, changes: readonly Change[]): void {
  if (changes.length === 0) return
  const { disk, transactions } = engine
  // Whoever began before goes on seeing what was there.
  const before =
    transactions.open.size === 0
      ? []
      : changes.map(({ collection, id, isNew }) => ({
          key: keyOfDocument(collection, id),
          document: isNew ? null : documentOf(disk, disk.collections.get(collection) as Collection, id),
        }))
  commit(disk, changes)
  const sequence = ++engine.sequence
  for (const { key, document } of before) supersede(transactions, key, document, sequence)
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
