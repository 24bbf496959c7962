import { check, project, run } from '../semantics'
import type { Collection } from './disk/tables'
import { readAt } from './disk/write'
import { type Action, collectionOf, type Engine, read, transactionOf } from './engine'
import type { Order } from './indexes/plan'
import { type Asked, choose, count, pageOf, select } from './select'
import type { Document } from './types'
import { answerOf, Fault, parseAny, parseOptional, stringify } from './values'

const DEFAULT_LIMIT = 100
const MOST = 1000
const AGGREGATE_LIMIT = 20

const whole = (value: unknown, otherwise: number): number =>
  Number.isInteger(value) && (value as number) >= 0 ? (value as number) : otherwise

/** `{field: 1 | -1}` as the SDK sends it; older ones send a list of `{field, direction: 'asc' | 'desc'}`. */
function orderOf(text: unknown): Order | undefined {
  if (text === undefined || text === null) return undefined
  const order = parseAny(text, 0)
  if (typeof order !== 'object' || order === null) throw new Fault('INVALID_PARAM', 'bad order')
  const pairs: [string, unknown][] = Array.isArray(order)
    ? order.map((each) => [String(each?.field), each?.direction === 'desc' ? -1 : 1])
    : Object.entries(order)
  return Object.fromEntries(pairs.map(([field, direction]) => [field, Number(direction) < 0 ? -1 : 1]))
}

export const getDocument: Action = (engine, payload) => {
  const collection = collectionOf(engine, payload)
  const filter = parseOptional(payload.query, engine.now())
  const projection = payload.projection === undefined ? undefined : parseOptional(payload.projection, 0)
  const order = orderOf(payload.order)
  const skip = whole(payload.offset, 0)
  const limit = Math.min(whole(payload.limit, DEFAULT_LIMIT), MOST)
  const transaction = transactionOf(engine, payload)
  const shown = projection && Object.keys(projection).length > 0 ? projection : undefined
  const asked: Asked = { filter, skip, limit, ...(order ? { order } : {}) }
  if (transaction) {
    const { documents, ...more } = read(engine, collection, asked, transaction)
    const list = documents.map((each) => answerOf(stringify(project(each, shown, filter))))
    return { data: { list, offset: skip, limit }, ...more, returned: list.length }
  }
  const plan = choose(engine.disk, collection, asked)
  const page = shown ? undefined : pageOf(engine.disk, collection, asked, plan)
  // An ObjectId is answered by its digits.
  if (page && !page.list.includes('$oid')) {
    const { list, returned, index } = page
    return { text: `{"list":${list},"offset":${skip},"limit":${limit}}`, scanned: returned, returned, index }
  }
  const { found, ...more } = select(engine.disk, collection, asked, plan)
  const list = found.map((each) =>
    answerOf(shown ? stringify(project(readAt(engine.disk, collection, each), shown, filter)) : each.body),
  )
  return { data: { list, offset: skip, limit }, ...more, returned: list.length }
}

export const calculateDocument: Action = (engine, payload) => {
  const filter = parseOptional(payload.query, engine.now())
  const { total, ...more } = count(engine.disk, collectionOf(engine, payload), filter)
  return { data: { total }, ...more, returned: 1 }
}

export const aggregateDocuments: Action = (engine, payload) => {
  const collection = collectionOf(engine, payload)
  if (!Array.isArray(payload.stages)) throw new Fault('INVALID_PARAM', 'stages must be a list')
  const pipeline = payload.stages.map(
    (stage: { stageKey?: unknown; stageValue?: unknown } | null): Document => {
      if (typeof stage?.stageKey !== 'string') throw new Fault('INVALID_PARAM', 'a stage needs its stageKey')
      return { [stage.stageKey]: parseAny(stage.stageValue, engine.now()) }
    },
  )
  check(pipeline)
  const { documents, ...more } = aggregate(engine, collection, pipeline)
  const list = pipeline.some((stage) => '$limit' in stage) ? documents : documents.slice(0, AGGREGATE_LIMIT)
  return { data: { list: list.map((each) => answerOf(stringify(each))) }, ...more, returned: list.length }
}

/** What the store itself can do of a pipeline's beginning: `$match`, then `$sort`, `$skip` and `$limit` in that order. */
function beginning(pipeline: readonly Document[]): { asked: Asked; rest: Document[] } {
  const asked: Asked = { filter: {} }
  let done = 0
  const next = (stage: string) => pipeline[done]?.[stage]
  const taken = <T>(value: T): T => {
    done++
    return value
  }
  if (next('$match')) asked.filter = taken(next('$match') as Document)
  // A sort by what is computed, or of nothing, is left to the pipeline.
  const order = next('$sort') as Document | undefined
  if (order && Object.values(order).every((way) => way === 1 || way === -1))
    asked.order = taken(order as Order)
  const skip = next('$skip')
  if (Number.isInteger(skip)) asked.skip = taken(skip as number)
  const limit = next('$limit')
  if (Number.isInteger(limit) && (limit as number) > 0) asked.limit = taken(limit as number)
  return { asked, rest: pipeline.slice(done) }
}

interface Worked {
  documents: Document[]
  scanned: number
  index?: string
}

/** Begins with the index that serves the first stages, also in lookups; the rest works on what they found. */
function aggregate(engine: Engine, collection: Collection, pipeline: readonly Document[]): Worked {
  const { asked, rest } = beginning(pipeline)
  const { found, scanned: first, index } = select(engine.disk, collection, asked)
  let scanned = first
  const others = (name: string, look: (other: Collection) => Worked): Document[] => {
    const other = engine.disk.collections.get(name)
    if (!other) return []
    const looked = look(other)
    scanned += looked.scanned
    return looked.documents
  }
  const documents = run(
    found.map((each) => readAt(engine.disk, collection, each)),
    rest,
    {
      now: engine.now(),
      documents: (name, filter = {}) => others(name, (other) => read(engine, other, { filter })),
      aggregate: (name, stages) => others(name, (other) => aggregate(engine, other, stages)),
    },
  )
  return { documents, scanned, ...(index ? { index } : {}) }
}
