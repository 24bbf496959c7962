import { type Document, isNumeric, isObject, show, toNumber } from '../bson'
import { compare } from '../compare'
import { compileExpression } from '../expressions'
import { refused } from '../fault'
import { compileFields } from './accumulators'
import { type Granularity, granularityOf } from './granularity'
import { COUNT } from './group'
import { isExpression, onlyOptions } from './paths'
import { evaluate, gather, type Stage } from './types'

interface Bucket<Each> {
  min: unknown
  max: unknown
  members: Each[]
}

/** As even as equal keys allow; each bucket ends where the next begins. */
function evenly<Each extends { key: unknown }>(all: readonly Each[], wanted: number): Bucket<Each>[] {
  const size = Math.max(1, Math.round(all.length / wanted))
  const made: Bucket<Each>[] = []
  for (let from = 0; from < all.length; ) {
    let to = made.length === wanted - 1 ? all.length : Math.min(from + size, all.length)
    while (to < all.length && compare(all[to]!.key, all[to - 1]!.key) === 0) to++
    made.push({ min: all[from]!.key, max: (all[to] ?? all.at(-1)!).key, members: all.slice(from, to) })
    from = to
  }
  return made
}

/** As even as boundaries out of a series allow: a bucket takes all that is below where its last key is rounded up to. */
function rounded<Each extends { key: unknown }>(
  all: readonly Each[],
  wanted: number,
  series: Granularity,
): Bucket<Each>[] {
  const size = Math.max(1, Math.round(all.length / wanted))
  const made: Bucket<Each>[] = []
  for (let from = 0; from < all.length; ) {
    let to = made.length === wanted - 1 ? all.length : Math.min(from + size, all.length)
    const end = series.up(all[to - 1]!.key)
    while (to < all.length && compare(all[to]!.key, end) < 0) to++
    // Nothing rounds zero up: its bucket ends below the first key of the next.
    const max = end === 0 && to < all.length ? series.down(all[to]!.key) : end
    made.push({ min: made.at(-1)?.max ?? series.down(all[from]!.key), max, members: all.slice(from, to) })
    from = to
  }
  return made
}

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/bucketAuto/ */
export function bucketAuto(spec: unknown): Stage {
  if (!isObject(spec) || spec.groupBy === undefined || spec.buckets === undefined) {
    throw refused("$bucketAuto requires 'groupBy' and 'buckets' to be specified.")
  }
  onlyOptions(spec, '$bucketAuto', ['groupBy', 'buckets', 'output', 'granularity'])
  if (!isExpression(spec.groupBy)) {
    throw refused(
      "The $bucketAuto 'groupBy' field must be defined as a $-prefixed path or an expression object",
    )
  }
  const { buckets, output = COUNT, granularity } = spec
  const wanted = toNumber(buckets)
  if (!isNumeric(buckets) || !Number.isInteger(wanted) || wanted < 1) {
    throw refused(
      `The $bucketAuto 'buckets' field must be a positive 32-bit integer, but found: ${show(buckets)}`,
    )
  }
  const series = granularity === undefined ? undefined : granularityOf(granularity)
  const [key, fields] = [compileExpression(spec.groupBy), compileFields(output as Document)]
  return gather((documents, inner) => {
    const all = documents
      .map((document) => ({ document, key: evaluate(key, document, inner) ?? null }))
      .sort((a, b) => compare(a.key, b.key))
    const made = series ? rounded(all, wanted, series) : evenly(all, wanted)
    return made.map(({ min, max, members }) => {
      const inside = members.map(({ document }) => document)
      return { _id: { min, max }, ...(fields(inside, inner) as Document) }
    })
  })
}
