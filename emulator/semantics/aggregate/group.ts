import { type Document, isObject, typeOf } from '../bson'
import { compare, keyOf, rankOf } from '../compare'
import { compileExpression } from '../expressions'
import { refused } from '../fault'
import { compileFields } from './accumulators'
import { isExpression, onlyOptions } from './paths'
import { evaluate, gather, type Stage } from './types'

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/group/ */
export function group(spec: unknown): Stage {
  if (!isObject(spec)) throw refused("a group's fields must be specified in an object")
  if (!Object.hasOwn(spec, '_id')) throw refused('a group specification must include an _id')
  const { _id, ...others } = spec
  const [key, fields] = [compileExpression(_id), compileFields(others)]
  return gather((documents, inner) => {
    const groups = new Map<string, { id: unknown; members: Document[] }>()
    for (const document of documents) {
      const id = evaluate(key, document, inner) ?? null
      const found = groups.get(keyOf(id))
      if (found) found.members.push(document)
      else groups.set(keyOf(id), { id, members: [document] })
    }
    return [...groups.values()].map(({ id, members }) => ({
      _id: id,
      ...(fields(members, inner) as Document),
    }))
  })
}

export const COUNT = { count: { $sum: 1 } }

export function sortByCount(spec: unknown): Stage {
  if (!isExpression(spec)) {
    throw refused(
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    )
  }
  const grouped = group({ _id: spec, ...COUNT })
  return gather((documents, inner) =>
    [...grouped(documents, inner)].sort((a, b) => compare(b.count, a.count)),
  )
}

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/bucket/ */
export function bucket(spec: unknown): Stage {
  if (!isObject(spec) || spec.groupBy === undefined || spec.boundaries === undefined) {
    throw refused("$bucket requires 'groupBy' and 'boundaries' to be specified.")
  }
  onlyOptions(spec, '$bucket', ['groupBy', 'boundaries', 'default', 'output'])
  if (!isExpression(spec.groupBy)) {
    throw refused(
      "The $bucket 'groupBy' field must be defined as a $-prefixed path or an expression inside an object",
    )
  }
  const { boundaries, default: other, output = COUNT } = spec
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw refused("The $bucket 'boundaries' field must have at least 2 values")
  }
  boundaries.forEach((each, index) => {
    if (index === 0) return
    const before = boundaries[index - 1]
    if (rankOf(before) !== rankOf(each)) {
      throw refused(
        `All values in the 'boundaries' option to $bucket must have the same type. Found conflicting types ${typeOf(before)} and ${typeOf(each)}.`,
      )
    }
    if (compare(before, each) >= 0)
      throw refused(
        "The 'boundaries' option to $bucket must be sorted, but elements are not in ascending order",
      )
  })
  const [low, high] = [boundaries[0], boundaries.at(-1)]
  if (other !== undefined && compare(other, low) >= 0 && compare(other, high) < 0) {
    throw refused(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    )
  }
  const [key, fields] = [compileExpression(spec.groupBy), compileFields(output as Document)]
  const bucketOf = (value: unknown): unknown => {
    if (compare(value, low) >= 0 && compare(value, high) < 0) {
      return boundaries[boundaries.findIndex((each) => compare(value, each) < 0) - 1]
    }
    if (other === undefined) {
      throw refused('$switch could not find a matching branch for an input, and no default was specified.')
    }
    return other
  }
  return gather((documents, inner) => {
    const buckets = new Map<string, { _id: unknown; members: Document[] }>()
    for (const document of documents) {
      const _id = bucketOf(evaluate(key, document, inner))
      const found = buckets.get(keyOf(_id))
      if (found) found.members.push(document)
      else buckets.set(keyOf(_id), { _id, members: [document] })
    }
    return [...buckets.values()]
      .sort((a, b) => compare(a._id, b._id))
      .map(({ _id, members }) => ({ _id, ...(fields(members, inner) as Document) }))
  })
}
