import { type Document, isNumeric, isObject, show, toNumber, typeOf } from '../bson'
import { compare, keyOf, rankOf } from '../compare'
import { compileExpression } from '../expressions'
import { refused } from '../fault'
import { compileFields } from './accumulators'
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

const COUNT = { count: { $sum: 1 } }

export function sortByCount(spec: unknown): Stage {
  if (
    !(isObject(spec) && Object.keys(spec)[0]?.startsWith('$')) &&
    !(typeof spec === 'string' && spec.startsWith('$'))
  ) {
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

/** As even as equal keys allow; each bucket ends where the next begins. https://www.mongodb.com/docs/manual/reference/operator/aggregation/bucketAuto/ */
export function bucketAuto(spec: unknown): Stage {
  if (!isObject(spec) || spec.groupBy === undefined || spec.buckets === undefined) {
    throw refused("$bucketAuto requires 'groupBy' and 'buckets' to be specified.")
  }
  const { buckets, output = COUNT, granularity } = spec
  const wanted = toNumber(buckets)
  if (!isNumeric(buckets) || !Number.isInteger(wanted) || wanted < 1) {
    throw refused(
      `The $bucketAuto 'buckets' field must be a positive 32-bit integer, but found: ${show(buckets)}`,
    )
  }
  if (granularity !== undefined)
    throw refused(`$bucketAuto: granularity ${show(granularity)} is not supported here`)
  const [key, fields] = [compileExpression(spec.groupBy), compileFields(output as Document)]
  return gather((documents, inner) => {
    const all = documents
      .map((document) => ({ document, key: evaluate(key, document, inner) ?? null }))
      .sort((a, b) => compare(a.key, b.key))
    const size = Math.max(1, Math.round(all.length / wanted))
    const made: Document[] = []
    for (let from = 0; from < all.length; ) {
      let to = made.length === wanted - 1 ? all.length : Math.min(from + size, all.length)
      while (to < all.length && compare(all[to]!.key, all[to - 1]!.key) === 0) to++
      const members = all.slice(from, to).map(({ document }) => document)
      const _id = { min: all[from]!.key, max: (all[to] ?? all.at(-1)!).key }
      made.push({ _id, ...(fields(members, inner) as Document) })
      from = to
    }
    return made
  })
}
