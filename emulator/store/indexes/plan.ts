import type { Document, IndexKey } from '../types'
import { hasOperators, type Range, wantedOf } from './bounds'

/** An index as it stands. */
export interface Index {
  name: string
  keys: IndexKey[]
  unique: boolean
  /** By field: whether some document has, or had, several values there. */
  many: boolean[]
  /** Its table. */
  table: string
}

/** Rows from `low` (included) to `high` (not). */
export interface Span {
  low: Buffer
  high: Buffer
  /** How many bytes all its rows have in common. */
  head: number
}

export interface Plan {
  index: Index
  /** Rows to look at; they may overlap. */
  spans: Span[]
  /** How many fields they narrow. */
  narrowed: number
  /** A document is in the spans exactly if it matches the filter, and only once. */
  exact: boolean
  /** The rows come in the order that was asked for, or in its reverse. */
  sorted: 1 | -1 | undefined
}

export type Order = Record<string, 1 | -1>

const MOST_SPANS = 200
const BEFORE_ALL = 0x01
const AFTER_ALL = 0xff

/** Conditions that must all hold, by field. `$elemMatch` on objects gives those of their fields. */
export function conditionsOf(filter: Document): { all: [string, unknown][]; more: boolean } {
  const all: [string, unknown][] = []
  let more = false
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const each of condition) {
        const inner = conditionsOf(each as Document)
        all.push(...inner.all)
        more ||= inner.more
      }
    } else if (field.startsWith('$')) more = true
    else {
      all.push([field, condition])
      const inside = hasOperators(condition) ? condition.$elemMatch : undefined
      if (inside && !hasOperators(inside) && typeof inside === 'object') {
        more = true
        for (const [name, each] of Object.entries(inside as Document)) all.push([`${field}.${name}`, each])
      }
    }
  }
  return { all, more }
}

const bytes = (head: readonly number[], tail: readonly number[], last: number): Buffer =>
  Buffer.from([...head, ...tail, last])

/** The rows whose next field lies in a range, behind what the fields before are. */
function spanOf(head: readonly number[], range: Range, direction: 1 | -1): Span {
  const turned = (value: readonly number[]) => (direction === 1 ? value : value.map((byte) => byte ^ 0xff))
  const { low, high, withLow, withHigh, tag, prefix } = range
  if (prefix) {
    const first = turned(prefix)
    const next = [...first.slice(0, -1), (first.at(-1) as number) + 1]
    return { low: Buffer.from([...head, ...first]), high: Buffer.from([...head, ...next]), head: head.length }
  }
  const first = direction === 1 ? low : high
  const last = direction === 1 ? high : low
  const withFirst = direction === 1 ? withLow : withHigh
  const withLast = direction === 1 ? withHigh : withLow
  const [type] = turned([tag]) as [number]
  return {
    low: first
      ? bytes(head, turned(first), withFirst ? BEFORE_ALL : AFTER_ALL)
      : Buffer.from([...head, type]),
    high: last
      ? bytes(head, turned(last), withLast ? AFTER_ALL : BEFORE_ALL)
      : Buffer.from([...head, type + 1]),
    head: head.length,
  }
}

/**
 * Whether rows come in an order: 1, −1 for all of it reversed. The first `fixed` fields have one value in all spans, the
 * first `points` one in each of them.
 */
function orderedBy(index: Index, fixed: number, points: number, order: Order): 1 | -1 | undefined {
  const names = index.keys.map(({ field }) => field)
  // A field that is fixed to one value orders nothing; of an array another member may order.
  const settled = names.slice(0, fixed).filter((_, place) => !index.many[place])
  const asked = Object.entries(order).filter(([field]) => !settled.includes(field))
  let way: 1 | -1 | undefined
  for (const [place, [field, direction]] of asked.entries()) {
    const key = index.keys[points + place]
    if (!key || key.field !== field || index.many[points + place]) return undefined
    const its = direction === key.direction ? 1 : -1
    if (way !== undefined && way !== its) return undefined
    way = its
  }
  return way ?? 1
}

type Condition = [field: string, condition: unknown]

/** The condition that narrows a field most: one value rather than several. */
function bestOf(all: readonly Condition[], field: string, many: boolean) {
  const found = all.flatMap(([name, condition], number) => {
    const wanted = name === field ? wantedOf(condition, many) : undefined
    return wanted ? [{ number, wanted }] : []
  })
  return found.find(({ wanted }) => wanted.point) ?? found[0]
}

const ENDS: Record<string, 'low' | 'high'> = { $gt: 'low', $gte: 'low', $lt: 'high', $lte: 'high' }

/** Which end of a range a condition gives, where it gives nothing else. */
function endOf(condition: unknown): 'low' | 'high' | undefined {
  const names = hasOperators(condition) ? Object.keys(condition) : []
  return names.length === 1 ? ENDS[names[0] as string] : undefined
}

/**
 * Both ends of a range as one condition, where a filter has them apart (`$and`, as the SDK sends two comparisons). Not of
 * a field that may hold several values: there another member may meet each.
 */
function withRangesJoined(all: readonly Condition[], { keys, many }: Index): Condition[] {
  const single = new Set(keys.flatMap(({ field }, place) => (many[place] ? [] : [field])))
  const joined: Condition[] = []
  for (const [field, condition] of all) {
    const end = single.has(field) ? endOf(condition) : undefined
    const other = joined.findIndex(
      ([name, earlier]) => end !== undefined && name === field && ![undefined, end].includes(endOf(earlier)),
    )
    const found = joined[other]
    if (found) joined[other] = [field, { ...(found[1] as Document), ...(condition as Document) }]
    else joined.push([field, condition])
  }
  return joined
}

const isPoint = ({ low, high }: Range): boolean => low !== undefined && low === high

/** How an index would answer a filter and an order; undefined where it is of no use. */
export function planWith(index: Index, filter: Document, order: Order): Plan | undefined {
  const { all: apart, more } = conditionsOf(filter)
  const all = withRangesJoined(apart, index)
  const used = new Set<number>()
  let heads: number[][] = [[]]
  let spans: Span[] | undefined
  let fixed = 0
  let points = 0
  const alone: boolean[] = []
  let exact = !more
  for (const [place, { field, direction }] of index.keys.entries()) {
    const best = bestOf(all, field, index.many[place] === true)
    if (!best) break
    const { ranges, point, exact: exactly } = best.wanted
    if (heads.length * ranges.length > MOST_SPANS) break
    used.add(best.number)
    exact &&= exactly
    alone.push(point)
    if (!ranges.every(isPoint)) {
      spans = heads.flatMap((head) => ranges.map((range) => spanOf(head, range, direction)))
      break
    }
    heads = heads.flatMap((head) =>
      ranges.map(({ low = [] }) => [...head, ...(direction === 1 ? low : low.map((byte) => byte ^ 0xff))]),
    )
    if (point && fixed === points) fixed++
    points++
  }
  spans ??= heads.map((head) => ({
    low: bytes(head, [], BEFORE_ALL),
    high: bytes(head, [], AFTER_ALL),
    head: head.length,
  }))
  // A document has several rows where it has several values, unless one of them is asked for.
  exact &&= used.size === all.length && index.many.every((many, place) => !many || alone[place] === true)
  const sorted = Object.keys(order).length > 0 ? orderedBy(index, fixed, points, order) : undefined
  if (used.size === 0 && sorted === undefined) return undefined
  return { index, spans, narrowed: used.size, exact, sorted }
}
