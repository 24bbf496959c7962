import { Aggregator, Query } from 'mingo'
import { update as applyUpdate } from 'mingo/updater'

export type Document = Record<string, unknown>

/** What an aggregation may look at beyond its own documents. */
export interface AggregateContext {
  /** Milliseconds since 1970, the same for the whole pipeline. */
  now: number
  /** Documents of another collection, all or those a filter matches. */
  documents(collection: string, filter?: Document): Iterable<Document>
}

export interface UpdateContext {
  now: number
  /** What found the document: it says which member `$` means. */
  filter?: Document
}

export type Comparator = (a: Document, b: Document) => number

/** A predicate for a MongoDB filter; throws a Fault where the filter is not one. */
export function compile(filter: Document): (document: Document) => boolean {
  const query = new Query(filter)
  return (document) => query.test(document)
}

/** The document as a projection shows it, as a new object. */
export function project(document: Document, projection?: Document): Document {
  if (!projection) return document
  return new Query({}).find<Document>([document], projection as never).all()[0]!
}

/** Orders documents as `orderBy` does. */
export function comparator(order: Record<string, 1 | -1>): Comparator {
  return (a, b) => {
    const sorted = new Query({})
      .find<Document>([b, a])
      .sort(order as never)
      .all()
    return sorted[0] === a ? -1 : 0
  }
}

/** Nearest first, where a filter asks for `$near` or `$nearSphere`. */
export function distanceOrder(_filter: Document): Comparator | undefined {
  return undefined
}

/** Runs an aggregation pipeline; what it is given stays as it is. */
export function run(
  documents: Iterable<Document>,
  stages: Document[],
  context: AggregateContext,
): Document[] {
  return new Aggregator(stages, { collectionResolver: (name) => [...context.documents(name)] }).run<Document>(
    [...documents].map((each) => ({ ...each })),
  )
}

/** The document after update operators, as a new object; throws a Fault where MongoDB refuses them. */
export function update(before: Document, modifier: Document, context: UpdateContext): Document {
  const next = { ...before }
  applyUpdate(next as never, modifier as never, [], (context.filter ?? {}) as never)
  return next
}
