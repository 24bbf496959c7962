import { isNil, truthy } from '../bson'
import { compare, keyOf } from '../compare'
import { list } from './arrays'
import { any, type Operator, one, two } from './scope'

/** Without repeated values, in MongoDB's order, as it keeps its sets. */
const sorted = (values: Iterable<unknown>): unknown[] => [...unique(values)].sort(compare)

export function* unique(values: Iterable<unknown>): Generator<unknown> {
  const seen = new Set<string>()
  for (const value of values) {
    const key = keyOf(value)
    if (seen.has(key)) continue
    seen.add(key)
    yield value
  }
}

const keys = (values: readonly unknown[]): Set<string> => new Set(values.map(keyOf))

const lists = (values: readonly unknown[], name: string): unknown[][] =>
  values.map((value) => list(value, name, 'arguments'))

function intersection(values: unknown[], name: string): unknown {
  if (values.some(isNil)) return null
  const [first = [], ...others] = lists(values, name)
  const sets = others.map(keys)
  return sorted(first.filter((each) => sets.every((set) => set.has(keyOf(each)))))
}

function equals(values: unknown[], name: string): boolean {
  const [first, ...others] = lists(values, name).map(keys)
  return others.every((set) => set.size === first!.size && [...set].every((key) => first!.has(key)))
}

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/#set-expression-operators */
export const sets: Record<string, Operator> = {
  $allElementsTrue: one((value, name) => list(value, name).every(truthy)),
  $anyElementTrue: one((value, name) => list(value, name).some(truthy)),
  $setDifference: two((a, b, name) => {
    if (isNil(a) || isNil(b)) return null
    const without = keys(list(b, name, 'second argument'))
    return [...unique(list(a, name, 'first argument'))].filter((each) => !without.has(keyOf(each)))
  }),
  $setEquals: any(equals, 2),
  $setIntersection: any(intersection),
  $setIsSubset: two((a, b, name) => {
    const whole = keys(list(b, name, 'second argument'))
    return list(a, name, 'first argument').every((each) => whole.has(keyOf(each)))
  }),
  $setUnion: any((values, name) => (values.some(isNil) ? null : sorted(lists(values, name).flat()))),
}
