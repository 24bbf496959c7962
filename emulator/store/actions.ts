import { randomBytes } from 'node:crypto'
import { Aggregator, Query } from 'mingo'
import { update as applyUpdate } from 'mingo/updater'
import { type Collection, keyOf, match, put, valuesAt } from './memory'
import { begin, end, find, hold, keyOfDocument, released, seen, supersede, type Transaction, type Transactions } from './transactions'
import type { Document } from './types'
import { clone, Fault, parse, stringify } from './values'

interface Change {
  collection: string
  id: string
  document: Document | null
}
export interface Engine {
  collections: Map<string, Collection>
  transactions: Transactions
  /** Number of the last commit. */
  sequence: number
  now: () => number
  /** Makes changes durable. */
  commit(changes: readonly Change[]): void
  create(name: string): void
}
interface Done {
  data: unknown
  scanned: number
  returned: number
}
type Payload = Record<string, unknown>
type Action = (engine: Engine, payload: Payload) => Done | Promise<Done>

const DEFAULT_LIMIT = 100
const MOST = 1000
const AGGREGATE_LIMIT = 20

function collectionOf(engine: Engine, payload: Payload): Collection {
  const name = payload.collectionName
  if (typeof name !== 'string' || name === '') throw new Fault('INVALID_PARAM', 'collectionName is required')
  const collection = engine.collections.get(name)
  if (!collection) throw new Fault('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}`)
  return collection
}

const whole = (value: unknown, otherwise: number): number => (Number.isInteger(value) && (value as number) >= 0 ? (value as number) : otherwise)

const transactionOf = (engine: Engine, payload: Payload): Transaction | undefined =>
  payload.transactionId === undefined ? undefined : find(engine.transactions, payload.transactionId, engine.now())

/** Inside a transaction only documents named by their `_id`. */
function idOf(filter: Document): string {
  const id = (filter._id as { $eq?: unknown } | undefined)?.$eq ?? filter._id
  if (typeof id !== 'string') throw new Fault('DATABASE_REQUEST_FAILED', 'a transaction works on single documents by _id')
  return id
}

/** The documents of a request: all that match, or in a transaction the one it names, as the transaction sees it. */
function read(engine: Engine, collection: Collection, filter: Document, transaction: Transaction | undefined) {
  if (!transaction) return match(collection, filter)
  const id = idOf(filter)
  const document = seen(engine.transactions, transaction, keyOfDocument(collection.name, id), collection.versions.get(id))
  return { documents: document ? [document] : [], scanned: 1 }
}

/** Refuses what a unique index already has; an absent field counts as null. */
function requireUnique(collection: Collection, id: string, document: Document): void {
  for (const { schema } of collection.indexes) {
    if (!schema.unique) continue
    const key = (of: Document) => schema.keys.map(({ field }) => keyOf(valuesAt(of, field)[0])).join('|')
    const mine = key(document)
    for (const [other, version] of collection.versions) {
      if (other !== id && key(version.document) === mine) throw duplicate(collection.name, schema.name)
    }
  }
}

const duplicate = (collection: string, index: string) =>
  new Fault('DATABASE_REQUEST_FAILED', `[FailedOperation] E11000 duplicate key error collection: ${collection} index: ${index}`)

/** Writes: into the transaction, or at once (after whoever holds the documents has ended). */
async function write(engine: Engine, changes: Change[], transaction: Transaction | undefined): Promise<void> {
  for (const { collection, id, document } of changes) {
    const held = engine.collections.get(collection)!
    const key = keyOfDocument(collection, id)
    if (document) requireUnique(held, id, document)
    if (transaction) {
      hold(engine.transactions, transaction, key, held.versions.get(id))
      transaction.writes.set(key, { collection, id, document })
    }
  }
  if (!transaction) apply(engine, changes)
}

function apply(engine: Engine, changes: readonly Change[]): void {
  engine.commit(changes)
  const sequence = ++engine.sequence
  for (const { collection, id, document } of changes) {
    const held = engine.collections.get(collection)!
    supersede(engine.transactions, keyOfDocument(collection, id), held.versions.get(id), sequence)
    put(held, id, document, sequence)
  }
}

/** Waits until no transaction holds any of what the filter matches, then answers the matches. */
async function settled(engine: Engine, collection: Collection, filter: Document, transaction: Transaction | undefined) {
  for (;;) {
    const found = read(engine, collection, filter, transaction)
    if (transaction) return found
    const busy = found.documents.map((each) => keyOfDocument(collection.name, String(each._id))).find((key) => engine.transactions.held.has(key))
    if (busy === undefined) return found
    await released(engine.transactions, busy, engine.now)
  }
}

function changed(document: Document, modifier: Document): Document {
  const next = clone(document)
  const operators = Object.keys(modifier)
  if (operators.length === 0 || !operators.every((key) => key.startsWith('$'))) throw new Fault('INVALID_PARAM', 'update operators are expected')
  applyUpdate(next as never, modifier as never)
  if (next._id !== document._id) throw new Fault('DATABASE_REQUEST_FAILED', '_id cannot be changed')
  return next
}

/** What an upsert by update starts from: the equalities of its filter. */
const seedOf = (filter: Document): Document =>
  Object.fromEntries(Object.entries(filter).filter(([key, value]) => !key.startsWith('$') && (typeof value !== 'object' || value === null)))

async function modify(engine: Engine, payload: Payload): Promise<{ updated: number; upsertId?: string; document?: Document; scanned: number }> {
  const collection = collectionOf(engine, payload)
  const transaction = transactionOf(engine, payload)
  const filter = parse(payload.query, engine.now())
  const data = parse(payload.data, engine.now())
  const found = await settled(engine, collection, filter, transaction)
  const targets = payload.multi === true ? found.documents : found.documents.slice(0, 1)
  const next = (before: Document): Document => (payload.merge === false ? { ...data, _id: before._id } : changed(before, data))
  if (targets.length === 0 && payload.upsert === true) {
    const seed = seedOf(filter)
    const _id = typeof seed._id === 'string' ? seed._id : newId()
    const document = next({ ...seed, _id })
    await write(engine, [{ collection: collection.name, id: _id, document }], transaction)
    return { updated: 0, upsertId: _id, document, scanned: found.scanned }
  }
  const changes = targets.map((before) => ({ collection: collection.name, id: String(before._id), document: next(before) }))
  if (changes.length > 0) await write(engine, changes, transaction)
  return { updated: changes.length, document: changes[0]?.document, scanned: found.scanned }
}

const newId = (): string => randomBytes(16).toString('hex')

export const actions: Record<string, Action> = {
  'database.getDocument': (engine, payload) => {
    const collection = collectionOf(engine, payload)
    const filter = parse(payload.query, engine.now())
    const { documents, scanned } = read(engine, collection, filter, transactionOf(engine, payload))
    const order = (payload.order === undefined ? [] : parse(payload.order, 0)) as unknown as { field: string; direction: string }[]
    const projection = payload.projection === undefined ? undefined : parse(payload.projection, 0)
    let cursor = new Query({}).find<Document>(documents, projection as never)
    if (order.length > 0) cursor = cursor.sort(Object.fromEntries(order.map((each) => [each.field, each.direction === 'desc' ? -1 : 1])))
    const limit = Math.min(whole(payload.limit, DEFAULT_LIMIT), MOST)
    const list = cursor.skip(whole(payload.offset, 0)).limit(limit).all().map(stringify)
    return { data: { list, offset: whole(payload.offset, 0), limit }, scanned, returned: list.length }
  },
  'database.calculateDocument': (engine, payload) => {
    const { documents, scanned } = match(collectionOf(engine, payload), parse(payload.query, engine.now()))
    return { data: { total: documents.length }, scanned, returned: 1 }
  },
  'database.insertDocument': async (engine, payload) => {
    const collection = collectionOf(engine, payload)
    const transaction = transactionOf(engine, payload)
    const texts = Array.isArray(payload.data) ? payload.data : [payload.data]
    const documents = texts.map((text) => parse(text, engine.now()))
    const changes = documents.map((document) => {
      const id = document._id === undefined ? newId() : String(document._id)
      if (collection.versions.has(id)) throw duplicate(collection.name, '_id_')
      return { collection: collection.name, id, document: { ...document, _id: document._id ?? id } }
    })
    if (new Set(changes.map(({ id }) => id)).size !== changes.length) throw duplicate(collection.name, '_id_')
    await write(engine, changes, transaction)
    return { data: { insertedIds: changes.map(({ id }) => id) }, scanned: 0, returned: changes.length }
  },
  'database.modifyDocument': async (engine, payload) => {
    const { updated, upsertId, scanned } = await modify(engine, payload)
    return { data: { updated, upsert_id: upsertId }, scanned, returned: updated }
  },
  'database.modifyAndReturnDoc': async (engine, payload) => {
    const { updated, document, scanned } = await modify(engine, { ...payload, merge: true, multi: false })
    return { data: { updated, doc: document && stringify(document) }, scanned, returned: updated }
  },
  'database.removeDocument': async (engine, payload) => {
    const collection = collectionOf(engine, payload)
    const transaction = transactionOf(engine, payload)
    const found = await settled(engine, collection, parse(payload.query, engine.now()), transaction)
    const targets = payload.multi === false ? found.documents.slice(0, 1) : found.documents
    const changes = targets.map((each) => ({ collection: collection.name, id: String(each._id), document: null }))
    if (changes.length > 0) await write(engine, changes, transaction)
    return { data: { deleted: changes.length }, scanned: found.scanned, returned: changes.length }
  },
  'database.aggregateDocuments': (engine, payload) => {
    const collection = collectionOf(engine, payload)
    const stages = (Array.isArray(payload.stages) ? payload.stages : []) as { stageKey: string; stageValue: string }[]
    const pipeline = stages.map(({ stageKey, stageValue }) => ({ [String(stageKey)]: stageOf(stageValue, engine.now()) }))
    const outcome = aggregate(engine, collection, pipeline)
    const limited = pipeline.some((stage) => '$limit' in stage) ? outcome.documents : outcome.documents.slice(0, AGGREGATE_LIMIT)
    return { data: { list: limited.map(stringify) }, scanned: outcome.scanned, returned: limited.length }
  },
  'database.addCollection': (engine, payload) => {
    if (typeof payload.collectionName !== 'string' || !/^[\w-]{1,64}$/.test(payload.collectionName)) throw new Fault('INVALID_PARAM', 'bad collection name')
    engine.create(payload.collectionName)
    return { data: {}, scanned: 0, returned: 0 }
  },
  'database.startTransaction': (engine) => {
    const { id } = begin(engine.transactions, engine.sequence, engine.now())
    return { data: { transactionId: id }, scanned: 0, returned: 0 }
  },
  'database.commitTransaction': (engine, payload) => {
    const transaction = find(engine.transactions, payload.transactionId, engine.now())
    try {
      const changes = [...transaction.writes.values()]
      for (const { collection, id, document } of changes) if (document) requireUnique(engine.collections.get(collection)!, id, document)
      if (changes.length > 0) apply(engine, changes)
    } finally {
      end(engine.transactions, transaction)
    }
    return { data: { transactionId: transaction.id }, scanned: 0, returned: transaction.writes.size }
  },
  'database.abortTransaction': (engine, payload) => {
    end(engine.transactions, find(engine.transactions, payload.transactionId, engine.now()))
    return { data: {}, scanned: 0, returned: 0 }
  },
}

/** A stage's value: EJSON of an object, or of a number (limit, skip) or a string (count, unwind). */
function stageOf(text: unknown, now: number): unknown {
  if (typeof text !== 'string') throw new Fault('INVALID_PARAM', 'stageValue must be a string')
  if (/^\s*[{[]/.test(text)) {
    const value = parse(text, now)
    return '$numberInt' in value ? Number(value.$numberInt) : value
  }
  return JSON.parse(text)
}

/** Begins with the index that serves the first $match, also in the lookups' own pipelines; mingo does the rest. */
function aggregate(engine: Engine, collection: Collection, pipeline: Document[]): { documents: Document[]; scanned: number } {
  const [first, ...others] = pipeline
  const filter = (first?.$match ?? {}) as Document
  let { documents, scanned } = match(collection, filter)
  const stages = first && '$match' in first ? others : pipeline
  for (const stage of stages) {
    const lookup = stage.$lookup as { from: string; as: string; pipeline?: Document[]; let?: unknown; localField?: string } | undefined
    if (lookup?.pipeline && !lookup.let && !lookup.localField) {
      const inner = aggregate(engine, collectionOf(engine, { collectionName: lookup.from }), lookup.pipeline)
      scanned += inner.scanned
      documents = documents.map((document) => ({ ...document, [lookup.as]: inner.documents }))
    } else {
      const resolver = (name: string) => [...(engine.collections.get(name)?.versions.values() ?? [])].map((version) => version.document)
      documents = new Aggregator([stage as never], { collectionResolver: resolver as never }).run(documents as never) as Document[]
    }
  }
  return { documents, scanned }
}
