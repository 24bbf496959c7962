import { randomBytes } from 'node:crypto'
import { equal, isObject, keyOf, typeOf, update } from '../semantics'
import {
  type Action,
  type Change,
  collectionOf,
  duplicate,
  type Engine,
  type Payload,
  read,
  see,
  transactionOf,
  whenFree,
} from './engine'
import { requireId, requireStorable } from './storable'
import { keyOfDocument } from './transactions'
import type { Document } from './types'
import { answerOf, parse, parseOptional, stringify } from './values'

/** Ids as CloudBase makes them. */
export const newId = (): string => randomBytes(16).toString('hex')

/** Fields a filter requires to be equal to something: what an upsert begins with. */
function* equalities(filter: Document): Generator<[string, unknown]> {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const each of condition) yield* equalities(each as Document)
    }
    if (key.startsWith('$') || typeOf(condition) === 'regex') continue
    const isCondition = isObject(condition) && Object.keys(condition)[0]?.startsWith('$')
    if (!isCondition) yield [key, condition]
    else if (Object.hasOwn(condition, '$eq')) yield [key, condition.$eq]
  }
}

type Next = (before: Document, inserting?: boolean) => Document

/** What becomes of a document: `set` replaces it, `update` changes it. */
function nextOf(data: Document, filter: Document, isReplacement: boolean, now: number): Next {
  if (isReplacement) {
    requireStorable(data)
    return (before) => ({ _id: before._id, ...data, ...(data._id === undefined ? {} : { _id: before._id }) })
  }
  return (before, inserting = false) => update(before, data, { now, filter, inserting })
}

interface Modified {
  updated: number
  matched: number
  upsertId?: unknown
  document?: Document
  scanned: number
  index?: string
}

function modify(engine: Engine, payload: Payload): Promise<Modified> {
  const collection = collectionOf(engine, payload)
  const transaction = transactionOf(engine, payload)
  const filter = parseOptional(payload.query, engine.now())
  const isReplacement = payload.merge === false
  const next = nextOf(parse(payload.data, engine.now()), filter, isReplacement, engine.now())
  return whenFree<Modified>(engine, transaction, () => {
    const most = payload.multi === true ? {} : { limit: 1 }
    const { documents, ...work } = read(engine, collection, { filter, ...most }, transaction)
    if (documents.length === 0 && payload.upsert === true) {
      const { _id: id = newId(), ...others } = Object.fromEntries(equalities(filter))
      const isEmpty = isReplacement || Object.keys(others).length === 0
      const seed = isEmpty ? { _id: id } : update({ _id: id }, { $set: others }, { now: engine.now() })
      const document = next(seed, true)
      return {
        changes: [{ collection: collection.name, id, document }],
        answer: { updated: 0, matched: 0, upsertId: id, document, ...work },
      }
    }
    const changes = documents.map((before) => ({ before, document: next(before) }))
    // As MongoDB counts: what was already as it is to be is not modified, and not written.
    const real = changes.filter(({ before, document }) => !equal(before, document))
    return {
      changes: (transaction ? changes : real).map(({ before, document }) => ({
        collection: collection.name,
        id: before._id,
        document,
      })),
      // A document that is replaced counts, also by the same (the SDK's own geo tests).
      answer: {
        updated: isReplacement ? documents.length : real.length,
        matched: documents.length,
        document: changes[0]?.document,
        ...work,
      },
    }
  })
}

export const insertDocument: Action = async (engine, payload) => {
  const collection = collectionOf(engine, payload)
  const transaction = transactionOf(engine, payload)
  const texts = Array.isArray(payload.data) ? payload.data : [payload.data]
  const changes = texts.map((text): Change => {
    const given = parse(text, engine.now())
    requireStorable(given)
    requireId(given._id)
    const { _id, ...others } = given
    const id = _id ?? newId()
    // First, as MongoDB stores it.
    const document = { _id: id, ...others }
    return { collection: collection.name, id, document, ...(_id === undefined ? { isNew: true } : {}) }
  })
  const ids = changes.map(({ id }) => id)
  const given = changes.flatMap(({ id, isNew }) => (isNew ? [] : [id]))
  if (new Set(given.map(keyOf)).size !== given.length) throw duplicate(collection.name, '_id_')
  await whenFree(engine, transaction, () => {
    // A document somebody holds may be about to exist or to go: wait for that first.
    const free = given.every(
      (id) => transaction || !engine.transactions.held.has(keyOfDocument(collection.name, id)),
    )
    if (free && given.some((id) => see(engine, collection, id, transaction)))
      throw duplicate(collection.name, '_id_')
    return { changes, answer: undefined }
  })
  return { data: { insertedIds: ids }, scanned: 0, returned: ids.length }
}

export const modifyDocument: Action = async (engine, payload) => {
  const { updated, matched: _matched, upsertId, document: _, ...work } = await modify(engine, payload)
  return { data: { updated, upsert_id: upsertId }, ...work, returned: updated }
}

/** findAndModify: it counts what it found, changed or not, and answers null for nothing. */
export const modifyAndReturnDoc: Action = async (engine, payload) => {
  const asked = { ...payload, merge: true, multi: false }
  const { updated: _, matched, upsertId: _id, document, ...work } = await modify(engine, asked)
  const doc = document ? answerOf(stringify(document)) : null
  return { data: { updated: matched, doc }, ...work, returned: matched }
}

export const removeDocument: Action = (engine, payload) => {
  const collection = collectionOf(engine, payload)
  const transaction = transactionOf(engine, payload)
  const filter = parseOptional(payload.query, engine.now())
  return whenFree(engine, transaction, () => {
    const most = payload.multi === true ? {} : { limit: 1 }
    const { documents, ...work } = read(engine, collection, { filter, ...most }, transaction)
    const changes = documents.map(({ _id }) => ({
      collection: collection.name,
      id: _id,
      document: null,
    }))
    return { changes, answer: { data: { deleted: changes.length }, ...work, returned: changes.length } }
  })
}
