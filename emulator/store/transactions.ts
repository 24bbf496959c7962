import { randomBytes } from 'node:crypto'
import type { Change } from './disk/write'
import type { Document } from './types'
import { Fault } from './values'

/** The cloud ends a transaction after this. */
const LIFETIME_MS = 30_000
/** How the cloud ends what it says of a transaction. */
const ADVICE = 'Please check your request, but if the problem persists, contact us.'

export interface Transaction {
  id: string
  /** The commit whose state it sees; none until it first reads or writes. */
  snapshot?: number
  startedAt: number
  /** collection/id → the document it will leave, null for a removal. */
  writes: Map<string, Change>
}

/** Open transactions, what they hold, and the superseded versions they may still need to see. */
export interface Transactions {
  open: Map<string, Transaction>
  held: Map<string, string>
  /** key → versions that were current before `until`. */
  superseded: Map<string, { until: number; document: Document | null }[]>
  waiting: Map<string, (() => void)[]>
  /** How many have ended. */
  ended: number
}

export const makeTransactions = (): Transactions => ({
  open: new Map(),
  held: new Map(),
  superseded: new Map(),
  waiting: new Map(),
  ended: 0,
})
export const keyOfDocument = (collection: string, id: unknown): string =>
  `${collection}/${typeof id === 'string' ? id : `${typeof id} ${String(id)}`}`

export function begin(all: Transactions, now: number): Transaction {
  const transaction = { id: randomBytes(16).toString('hex'), startedAt: now, writes: new Map() }
  all.open.set(transaction.id, transaction)
  return transaction
}

/** The open transaction of that id; used after its end or its 30 seconds, it is refused. */
export function find(all: Transactions, id: unknown, now: number): Transaction {
  const transaction = typeof id === 'string' ? all.open.get(id) : undefined
  if (transaction && now - transaction.startedAt > LIFETIME_MS) end(all, transaction)
  else if (transaction) return transaction
  throw new Fault(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${ADVICE}`,
  )
}

/**
 * The transaction of an operation. Its snapshot is taken by its first one, as in MongoDB: what was committed
 * between its start and then it sees.
 */
export function enter(all: Transactions, id: unknown, sequence: number, now: number): Transaction {
  const transaction = find(all, id, now)
  transaction.snapshot ??= sequence
  return transaction
}

export function end(all: Transactions, transaction: Transaction): void {
  all.open.delete(transaction.id)
  for (const key of transaction.writes.keys()) {
    if (all.held.get(key) !== transaction.id) continue
    all.held.delete(key)
    for (const wake of all.waiting.get(key) ?? []) wake()
    all.waiting.delete(key)
  }
  forget(all)
}

/** Ends what has outlived its 30 seconds, so that nobody waits for a caller who is gone. */
export function expire(all: Transactions, now: number): void {
  for (const transaction of all.open.values())
    if (now - transaction.startedAt > LIFETIME_MS) end(all, transaction)
}

/** Drops versions that no open transaction can still see; rarely, because it looks at all of them. */
function forget(all: Transactions): void {
  if (all.open.size === 0) all.superseded.clear()
  if (++all.ended % 256 !== 0) return
  const oldest = Math.min(
    ...[...all.open.values()].map(({ snapshot = Number.POSITIVE_INFINITY }) => snapshot),
  )
  for (const [key, versions] of all.superseded) {
    const kept = versions.filter(({ until }) => until > oldest)
    if (kept.length > 0) all.superseded.set(key, kept)
    else all.superseded.delete(key)
  }
}

/** First updater wins: a document changed since the snapshot, or held by another, is a conflict at once. */
export function hold(all: Transactions, transaction: Transaction, key: string): void {
  const holder = all.held.get(key)
  const changed = changedSince(all, key, transaction.snapshot)
  if ((holder !== undefined && holder !== transaction.id) || changed) {
    end(all, transaction)
    throw new Fault(
      'DATABASE_TRANSACTION_CONFLICT',
      `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${ADVICE}`,
    )
  }
  all.held.set(key, transaction.id)
}

/** While anybody is open, every change of a document leaves what it replaced. */
const changedSince = (all: Transactions, key: string, snapshot = Number.POSITIVE_INFINITY): boolean =>
  (all.superseded.get(key) ?? []).some((old) => old.until > snapshot)

const versionAt = (all: Transactions, key: string, snapshot = Number.POSITIVE_INFINITY) =>
  all.superseded.get(key)?.find((each) => each.until > snapshot)

/** A document as a transaction sees it: its own write, else as of its snapshot. */
export function seen(
  all: Transactions,
  transaction: Transaction,
  key: string,
  current: () => Document | null,
): Document | null {
  const own = transaction.writes.get(key)
  if (own) return own.document
  const old = versionAt(all, key, transaction.snapshot)
  return old ? old.document : current()
}

/** The documents of a collection that a transaction sees otherwise than everybody, null for what is not there for it. */
export function differences(
  all: Transactions,
  transaction: Transaction,
  collection: string,
): Map<string, Document | null> {
  const seenByIt = new Map<string, Document | null>()
  for (const key of all.superseded.keys()) {
    const old = key.startsWith(`${collection}/`) ? versionAt(all, key, transaction.snapshot) : undefined
    if (old) seenByIt.set(key, old.document)
  }
  for (const [key, change] of transaction.writes)
    if (change.collection === collection) seenByIt.set(key, change.document)
  return seenByIt
}

/** Keeps what a commit replaces, as long as anybody older is open. */
export function supersede(all: Transactions, key: string, document: Document | null, sequence: number): void {
  if (all.open.size === 0) return
  const versions = all.superseded.get(key)
  if (versions) versions.push({ until: sequence, document })
  else all.superseded.set(key, [{ until: sequence, document }])
}

/** Resolves when the holder of a document may have ended: look again. */
export function released(all: Transactions, key: string): Promise<void> {
  return new Promise((resolve) => {
    // The holder may just go silent; looking again is what expires it.
    const timer = setTimeout(resolve, 200)
    all.waiting.set(key, [
      ...(all.waiting.get(key) ?? []),
      () => {
        clearTimeout(timer)
        resolve()
      },
    ])
  })
}
