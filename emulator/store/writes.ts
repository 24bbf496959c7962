import { randomBytes } from 'node:crypto'
import { update as applyUpdate } from 'mingo/updater'
import {
  type Action,
  collectionOf,
  duplicate,
  type Engine,
  type Payload,
  read,
  see,
  transactionOf,
  whenFree,
} from './engine'
import type { Document } from './types'
import { clone, Fault, parse, parseOptional, stringify } from './values'

/** Ids as CloudBase makes them. */
export const newId = (): string => randomBytes(16).toString('hex')

/** Paths like `items.$.state`: which member is meant is what the filter matched. */
const POSITIONAL = /"[^"]*\.\$(\.[^"]*)?":/

function changed(document: Document, modifier: Document, filter: Document): Document {
  const operators = Object.keys(modifier)
  if (operators.length === 0 || !operators.every((key) => key.startsWith('$'))) {
    throw new Fault('INVALID_PARAM', 'update operators are expected')
  }
  const next = clone(document)
  const condition = POSITIONAL.test(JSON.stringify(modifier)) ? filter : {}
  applyUpdate(next as never, clone(modifier) as never, [], condition as never)
  if (next._id !== document._id) throw new Fault('DATABASE_REQUEST_FAILED', '_id cannot be changed')
  return next
}

/** What an upsert by update starts from: the equalities of its filter. */
const seedOf = (filter: Document): Document =>
  Object.fromEntries(
    Object.entries(filter).filter(
      ([key, value]) => !key.startsWith('$') && (typeof value !== 'object' || value === null),
    ),
  )

interface Modified {
  updated: number
  upsertId?: string
  document?: Document
  scanned: number
}

function modify(engine: Engine, payload: Payload): Promise<Modified> {
  const collection = collectionOf(engine, payload)
  const transaction = transactionOf(engine, payload)
  const filter = parseOptional(payload.query, engine.now())
  const data = parse(payload.data, engine.now())
  const next = (before: Document): Document =>
    payload.merge === false ? { ...data, _id: before._id } : changed(before, data, filter)
  return whenFree<Modified>(engine, transaction, () => {
    const { documents, scanned } = read(engine, collection, filter, transaction)
    if (documents.length === 0 && payload.upsert === true) {
      const seed = seedOf(filter)
      const id = typeof seed._id === 'string' ? seed._id : newId()
      const document = next({ ...seed, _id: id })
      return {
        changes: [{ collection: collection.name, id, document }],
        answer: { updated: 0, upsertId: id, document, scanned },
      }
    }
    const targets = payload.multi === true ? documents : documents.slice(0, 1)
    const changes = targets.map((before) => ({
      collection: collection.name,
      id: before._id,
      document: next(before),
    }))
    return { changes, answer: { updated: changes.length, document: changes[0]?.document, scanned } }
  })
}

export const insertDocument: Action = async (engine, payload) => {
  const collection = collectionOf(engine, payload)
  const transaction = transactionOf(engine, payload)
  const texts = Array.isArray(payload.data) ? payload.data : [payload.data]
  const documents = texts.map((text): Document => {
    const document = parse(text, engine.now())
    return { ...document, _id: document._id ?? newId() }
  })
  const ids = documents.map(({ _id }) => _id)
  if (new Set(ids).size !== ids.length) throw duplicate(collection.name, '_id_')
  const changes = documents.map((document) => ({
    collection: collection.name,
    id: document._id,
    document,
  }))
  await whenFree(engine, transaction, () => {
    // A document somebody holds may be about to exist or to go: wait for that first.
    const free = ids.every((id) => transaction || !engine.transactions.held.has(`${collection.name}/${id}`))
    if (free && ids.some((id) => see(engine, collection, id, transaction)))
      throw duplicate(collection.name, '_id_')
    return { changes, answer: undefined }
  })
  return { data: { insertedIds: documents.map(({ _id }) => _id) }, scanned: 0, returned: ids.length }
}

export const modifyDocument: Action = async (engine, payload) => {
  const { updated, upsertId, scanned } = await modify(engine, payload)
  return { data: { updated, upsert_id: upsertId }, scanned, returned: updated }
}

export const modifyAndReturnDoc: Action = async (engine, payload) => {
  const { updated, document, scanned } = await modify(engine, { ...payload, merge: true, multi: false })
  return { data: { updated, doc: document && stringify(document) }, scanned, returned: updated }
}

export const removeDocument: Action = (engine, payload) => {
  const collection = collectionOf(engine, payload)
  const transaction = transactionOf(engine, payload)
  const filter = parseOptional(payload.query, engine.now())
  return whenFree(engine, transaction, () => {
    const { documents, scanned } = read(engine, collection, filter, transaction)
    const targets = payload.multi === true ? documents : documents.slice(0, 1)
    const changes = targets.map(({ _id }) => ({
      collection: collection.name,
      id: _id,
      document: null,
    }))
    return { changes, answer: { data: { deleted: changes.length }, scanned, returned: changes.length } }
  })
}
