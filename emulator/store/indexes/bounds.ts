import type { Document } from '../types'
import { encode, TAGS } from './encode'

/** Values from one to another, as encoded; an end that is left out is that of the type. */
export interface Range {
  low?: number[]
  high?: number[]
  /** Whether the end itself belongs to it. */
  withLow: boolean
  withHigh: boolean
  /** First bytes of all it can hold, where an end is left out. */
  tag: number
  /** Instead of ends: what all it holds begins with. */
  prefix?: number[]
}

/** What a filter asks of one field. */
export interface Wanted {
  /** Any of these; several only for `$in`, or one point. */
  ranges: Range[]
  /** Exactly one value. */
  point: boolean
  /** Everything in the ranges satisfies the condition, nothing else does, as long as no array is in the way. */
  exact: boolean
}

const point = (value: unknown): Range => {
  const bytes = encode(value)
  return { low: bytes, high: bytes, withLow: true, withHigh: true, tag: bytes[0] as number }
}

const isPlain = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) ||
  Object.prototype.toString.call(value) === '[object Date]'

const isRegex = (value: unknown): value is RegExp =>
  Object.prototype.toString.call(value) === '[object RegExp]'

/** Null is also what is not there, in every way a document can lack it. */
const NOTHING: Wanted = {
  ranges: [{ low: [TAGS.undefined], high: [TAGS.null], withLow: true, withHigh: true, tag: TAGS.undefined }],
  point: false,
  exact: false,
}

function equal(value: unknown): Wanted | undefined {
  if (value === null || value === undefined) return NOTHING
  if (isRegex(value)) return prefixOf(value)
  // One that JavaScript has no notation for.
  if ((value as { _bsontype?: unknown })._bsontype === 'BSONRegExp') return undefined
  return { ranges: [point(value)], point: true, exact: isPlain(value) }
}

/** `^abc`: texts that begin so. Anything less plain is looked at document by document. */
function prefixOf({ source, flags }: RegExp): Wanted | undefined {
  if (flags.includes('i') || flags.includes('m') || source.includes('|')) return undefined
  const literal = /^\^([\w\u4e00-\u9fff :,/-]+)/.exec(source)?.[1]
  if (!literal) return undefined
  const next = source[literal.length + 1]
  const certain = next && '*?{'.includes(next) ? [...literal].slice(0, -1).join('') : literal
  if (certain === '') return undefined
  const prefix = encode(certain).slice(0, -1)
  return {
    ranges: [{ prefix, withLow: true, withHigh: true, tag: TAGS.string }],
    point: false,
    exact: false,
  }
}

function anyOf(values: readonly unknown[]): Wanted | undefined {
  const all = values.map(equal)
  if (all.some((each) => each === undefined)) return undefined
  const known = all as Wanted[]
  const seen = new Map(known.flatMap(({ ranges }) => ranges).map((range) => [JSON.stringify(range), range]))
  return {
    ranges: [...seen.values()],
    point: seen.size === 1 && known.every((each) => each.point),
    exact: known.every((each) => each.exact),
  }
}

type Comparison = '$gt' | '$gte' | '$lt' | '$lte'
const isComparison = (name: string): name is Comparison => /^\$(gt|lt)e?$/.test(name)

function compared(name: Comparison, value: unknown): Range {
  const bytes = encode(value)
  const tag = bytes[0] as number
  const within = name.endsWith('e')
  return name.startsWith('$gt')
    ? { low: bytes, withLow: within, withHigh: true, tag }
    : { high: bytes, withLow: true, withHigh: within, tag }
}

/** Both comparisons on one field; where it may hold an array, each may be met by another member. */
function between(condition: Document, many: boolean): Wanted | undefined {
  const ranges = Object.entries(condition).flatMap(([name, value]) =>
    isComparison(name) && isPlain(value) ? [compared(name, value)] : [],
  )
  const [first, second] = ranges
  if (!first) return undefined
  const joined = second && !many && second.tag === first.tag && ranges.length === 2
  const one = first.low ? first : (second ?? first)
  const other = one === first ? second : first
  const both =
    joined && one.low && other?.high ? { ...one, high: other.high, withHigh: other.withHigh } : undefined
  // What is left out of the range, because of its value, is still asked.
  const all = Object.keys(condition).filter(isComparison).length === ranges.length
  return { ranges: [both ?? first], point: false, exact: all && (both !== undefined || ranges.length === 1) }
}

export const hasOperators = (condition: unknown): condition is Document =>
  Object.prototype.toString.call(condition) === '[object Object]' &&
  Object.keys(condition as object).some((key) => key.startsWith('$'))

const HANDLED = new Set(['$eq', '$in', '$gt', '$gte', '$lt', '$lte'])

/**
 * What a condition asks of an index on its field; undefined where the index cannot help.
 * @param many whether documents may hold several values there
 */
export function wantedOf(condition: unknown, many: boolean): Wanted | undefined {
  if (!hasOperators(condition)) return equal(condition)
  const asked = condition
  const others = Object.keys(asked).some((name) => !HANDLED.has(name))
  const found =
    '$eq' in asked
      ? equal(asked.$eq)
      : Array.isArray(asked.$in)
        ? anyOf(asked.$in)
        : Array.isArray(asked.$all) && asked.$all.length > 0 && !hasOperators(asked.$all[0])
          ? equal(asked.$all[0])
          : hasOperators(asked.$elemMatch)
            ? wantedOf(asked.$elemMatch, false)
            : asked.$exists === false
              ? NOTHING
              : asked.$regex !== undefined && isRegex(asked.$regex) && asked.$options === undefined
                ? prefixOf(asked.$regex)
                : between(asked, many)
  if (!found) return undefined
  const alone = Object.keys(asked).filter((name) => HANDLED.has(name)).length
  const simple = '$eq' in asked || '$in' in asked ? alone === 1 : true
  // Another member may meet the other end of a range; one value is there or not.
  return { ...found, exact: found.exact && !others && simple && (!many || found.point) }
}
