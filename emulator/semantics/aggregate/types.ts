import type { Document } from '../bson'
import type { Evaluate, Scope } from '../expressions'

/** What an aggregation may look at beyond its own documents. */
export interface AggregateContext {
  /** Milliseconds since 1970, the same for the whole pipeline. */
  now: number
  /** Documents of another collection, all or those a filter matches. */
  documents(collection: string, filter?: Document): Iterable<Document>
  /** What a pipeline makes of another collection, where it asks the same whoever looks; it may begin with an index. */
  aggregate(collection: string, stages: readonly Document[]): Iterable<Document>
}

/** The context of a pipeline, with what a `$lookup` around it has bound. */
export interface Inner extends AggregateContext {
  variables: Readonly<Record<string, unknown>>
  run(documents: Iterable<Document>, stages: readonly Document[], inner: Inner): Iterable<Document>
}

export type Stage = (documents: Iterable<Document>, inner: Inner) => Iterable<Document>

export const scopeOf = (document: Document, { now, variables }: Inner): Scope => ({
  root: document,
  current: document,
  now,
  variables,
})

export const evaluate = (expression: Evaluate, document: Document, inner: Inner): unknown =>
  expression(scopeOf(document, inner))

/** Makes a stage that answers when all its documents are known. */
export const gather =
  (compute: (documents: Document[], inner: Inner) => Iterable<Document>): Stage =>
  (documents, inner) => ({ [Symbol.iterator]: () => compute([...documents], inner)[Symbol.iterator]() })

/** Makes a stage of what happens to each document, one after another, so that a limit behind it ends the work. */
export const each = (
  transform: (document: Document, inner: Inner, index: number) => Iterable<Document>,
): Stage =>
  function* (documents, inner) {
    let index = 0
    for (const document of documents) yield* transform(document, inner, index++)
  }
