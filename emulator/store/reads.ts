import { Aggregator, Query } from 'mingo'
import { type Action, collectionOf, type Engine, read, transactionOf } from './engine'
import { type Collection, match } from './memory'
import type { Document } from './types'
import { clone, Fault, parseAny, parseOptional, stringify } from './values'

const DEFAULT_LIMIT = 100
const MOST = 1000
const AGGREGATE_LIMIT = 20

const whole = (value: unknown, otherwise: number): number =>
  Number.isInteger(value) && (value as number) >= 0 ? (value as number) : otherwise

/** `{field: 1 | -1}` as the SDK sends it; older ones send a list of `{field, direction: 'asc' | 'desc'}`. */
function orderOf(text: unknown): Record<string, 1 | -1> | undefined {
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
  const { documents, scanned } = read(engine, collection, filter, transactionOf(engine, payload))
  const projection = payload.projection === undefined ? undefined : parseOptional(payload.projection, 0)
  const order = orderOf(payload.order)
  const offset = whole(payload.offset, 0)
  const limit = Math.min(whole(payload.limit, DEFAULT_LIMIT), MOST)
  let cursor = new Query({}).find<Document>(documents, projection as never)
  if (order && Object.keys(order).length > 0) cursor = cursor.sort(order)
  const list = cursor.skip(offset).limit(limit).all().map(stringify)
  return { data: { list, offset, limit }, scanned, returned: list.length }
}

export const calculateDocument: Action = (engine, payload) => {
  const filter = parseOptional(payload.query, engine.now())
  const { documents, scanned } = match(collectionOf(engine, payload), filter)
  return { data: { total: documents.length }, scanned, returned: 1 }
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
  const { documents, scanned } = aggregate(engine, collection, pipeline)
  const list = pipeline.some((stage) => '$limit' in stage) ? documents : documents.slice(0, AGGREGATE_LIMIT)
  return { data: { list: list.map(stringify) }, scanned, returned: list.length }
}

interface PipelineLookup {
  from: string
  as: string
  pipeline?: Document[]
  let?: unknown
  localField?: string
}

/** mingo writes into what it is given in these stages; the store's own documents must stay as they are. */
const WRITING = ['$addFields', '$set', '$unset', '$unwind', '$replaceRoot', '$lookup']

/** Begins with the index that serves the first $match, also in the lookups' own pipelines; mingo does the rest. */
function aggregate(
  engine: Engine,
  collection: Collection,
  pipeline: Document[],
): { documents: Document[]; scanned: number } {
  const [first, ...others] = pipeline
  const matched = match(collection, (first?.$match ?? {}) as Document)
  let { documents, scanned } = matched
  const resolver = (name: string) =>
    [...(engine.collections.get(name)?.versions.values() ?? [])].map((version) => version.document)
  for (const stage of first && '$match' in first ? others : pipeline) {
    const lookup = stage.$lookup as PipelineLookup | undefined
    if (lookup?.pipeline && !lookup.let && !lookup.localField) {
      const inner = aggregate(engine, collectionOf(engine, { collectionName: lookup.from }), lookup.pipeline)
      scanned += inner.scanned
      documents = documents.map((document) => ({ ...document, [lookup.as]: inner.documents }))
      continue
    }
    if (WRITING.some((key) => key in stage)) documents = documents.map(clone)
    documents = new Aggregator([stage], { collectionResolver: resolver }).run<Document>(documents)
  }
  return { documents, scanned }
}
