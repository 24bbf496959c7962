import { type AggregateContext, check, run } from './aggregate'
import type { Document } from './bson'
import { project } from './projection'
import { compileFilter } from './query'

export { clone, type Document, isObject, typeOf } from './bson'
export { compare, equal, keyOf } from './compare'
export { Fault, refused } from './fault'
export { type Comparator, comparator, distanceOrder } from './order'
export { type UpdateContext, update } from './update'
export { type AggregateContext, check, project, run }

/** A predicate for a MongoDB filter; throws a Fault where the filter is not one. */
export const compile = (filter: Document, now: number = Date.now()): ((document: Document) => boolean) =>
  compileFilter(filter, now)
