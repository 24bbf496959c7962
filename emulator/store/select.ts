import { comparator, compile, distanceOrder } from '../semantics'
import type { Disk } from './disk/disk'
import { allRows, countRows, type Row, rowsOf, textOf } from './disk/rows'
import type { Collection } from './disk/tables'
import { readAt } from './disk/write'
import { type Order, type Plan, planWith } from './indexes/plan'
import type { Document } from './types'

export interface Asked {
  filter: Document
  order?: Order
  skip?: number
  limit?: number
}

export interface Selection {
  /** Where they lie, and their texts: many are only passed on, so `readAt` takes apart what has to be. */
  found: Row[]
  scanned: number
  /** The index it began with; several for `$or`. */
  index?: string
}

/** Rows are counted so far to compare plans. */
const ESTIMATE = 1000

/** Whether a plan's rows come as they are asked for, so that reading may stop with the last one wanted. */
const stops = (plan: Plan, { order }: Asked): boolean =>
  order === undefined || plan.sorted !== undefined || Object.keys(order).length === 0

/** Fewer rows, then more fields narrowed. A plan that needs no sorting reads only as much as is asked for. */
function costOf(disk: Disk, plan: Plan, asked: Asked): number {
  const { skip = 0, limit = Number.POSITIVE_INFINITY } = asked
  // Where documents still have to be looked at, some are in vain.
  const most = stops(plan, asked) ? (skip + limit) * (plan.exact ? 1 : 4) : ESTIMATE
  return countRows(disk, plan, Math.min(most, ESTIMATE))
}

/** The best index for what is asked; undefined where none serves. */
export function choose(disk: Disk, collection: Collection, asked: Asked): Plan | undefined {
  const plans = collection.indexes.flatMap((index) => planWith(index, asked.filter, asked.order ?? {}) ?? [])
  if (plans.length < 2) return plans[0]
  // Nothing looks at fewer than one that only finds what is wanted, in its order.
  const best = plans.find((plan) => plan.exact && stops(plan, asked))
  if (best) return best
  const costs = plans.map((plan) => ({ plan, cost: costOf(disk, plan, asked) }))
  return costs.sort((a, b) => a.cost - b.cost || b.plan.narrowed - a.plan.narrowed)[0]?.plan
}

/** A plan for each branch of a top-level `$or`, where every branch has one. */
function branches(disk: Disk, collection: Collection, { filter }: Asked): Plan[] | undefined {
  const { $or, ...others } = filter
  if (!Array.isArray($or) || $or.length === 0) return undefined
  const plans = $or.map((branch) => choose(disk, collection, { filter: { ...others, $and: [branch] } }))
  return plans.every((plan) => plan !== undefined) ? (plans as Plan[]) : undefined
}

function* candidates(
  disk: Disk,
  collection: Collection,
  plans: readonly Plan[],
  skip: number,
  need: number,
): Generator<Row> {
  if (plans.length === 0) return yield* allRows(disk, collection, need)
  if (plans.length === 1) return yield* rowsOf(disk, collection, plans[0] as Plan, skip, need)
  const seen = new Set<number>()
  for (const plan of plans)
    for (const row of rowsOf(disk, collection, plan, 0, need)) {
      if (seen.has(row.n)) continue
      seen.add(row.n)
      yield row
    }
}

/** The documents asked for, in order, and how many were looked at to find them. */
export function select(
  disk: Disk,
  collection: Collection,
  asked: Asked,
  plan = choose(disk, collection, asked),
): Selection {
  const { filter, order = {}, skip = 0, limit = Number.POSITIVE_INFINITY } = asked
  const plans = plan ? [plan] : (branches(disk, collection, asked) ?? [])
  const nearest = distanceOrder(filter)
  const sort = Object.keys(order).length > 0 ? comparator(order) : nearest
  const inOrder = sort === undefined || (plan?.sorted !== undefined && nearest === undefined)
  const exact = Object.keys(filter).length === 0 || (plan?.exact === true && plans.length === 1)
  const test = exact ? () => true : compile(filter)
  // Only rows that all match may be passed over unseen, and only in one span.
  const passed = exact && inOrder && plan?.exact && plan.spans.length === 1 ? skip : 0
  const need = inOrder && Number.isFinite(limit) ? limit + skip - passed : Number.POSITIVE_INFINITY
  const found: Row[] = []
  let [scanned, left] = [0, skip - passed]
  if (limit > 0)
    for (const row of candidates(disk, collection, plans, passed, need)) {
      scanned++
      if (!exact && !test(readAt(disk, collection, row))) continue
      if (inOrder && left-- > 0) continue
      found.push(row)
      if (inOrder && found.length >= limit) break
    }
  const index = plans.map(({ index: { name } }) => name).join(', ')
  const done = inOrder ? found : sorted(disk, collection, found, sort).slice(skip, skip + limit)
  return { found: done, scanned, ...(index ? { index } : {}) }
}

/**
 * A page that one piece of an index holds as it is asked for, as the JSON of a list of texts: nobody has to take it apart.
 * undefined where documents must be looked at first.
 */
export function pageOf(
  disk: Disk,
  collection: Collection,
  asked: Asked,
  plan: Plan | undefined,
): { list: string; returned: number; index: string } | undefined {
  const { skip = 0, limit = 0 } = asked
  if (!plan?.exact || plan.spans.length !== 1 || !stops(plan, asked) || limit === 0) return undefined
  return { ...textOf(disk, collection, plan, skip, limit), index: plan.index.name }
}

/** In order; what is equal stays as it was found. */
const sorted = (
  disk: Disk,
  collection: Collection,
  found: readonly Row[],
  order: (a: Document, b: Document) => number,
): Row[] =>
  found
    .map((each) => ({ each, document: readAt(disk, collection, each) }))
    .sort((a, b) => order(a.document, b.document))
    .map(({ each }) => each)

/** How many documents match, and how many were looked at: none where an index knows. */
export function count(
  disk: Disk,
  collection: Collection,
  filter: Document,
): { total: number; scanned: number; index?: string } {
  if (Object.keys(filter).length === 0) {
    const [total] = disk.rows(`SELECT count(*) FROM ${collection.docs}`).get() as [number]
    return { total, scanned: 0 }
  }
  const plan = choose(disk, collection, { filter })
  if (plan?.exact && plan.spans.length === 1)
    return { total: countRows(disk, plan, Number.MAX_SAFE_INTEGER), scanned: 0, index: plan.index.name }
  const { found, scanned, index } = select(disk, collection, { filter })
  return { total: found.length, scanned, ...(index ? { index } : {}) }
}
