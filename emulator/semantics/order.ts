import { type Document, isObject } from './bson'
import { compare } from './compare'
import { type Near, nearest, parseNear } from './geo/query'
import { reach } from './path'

export type Comparator = (a: Document, b: Document) => number

/**
 * What a document is sorted by: of an array its least member ascending, its greatest descending; an empty
 * array comes before null. https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 */
export function sortKey(document: Document, steps: readonly string[], direction: 1 | -1): unknown {
  if (steps.length === 1) {
    const value = Object.hasOwn(document, steps[0]!) ? document[steps[0]!] : undefined
    return Array.isArray(value) ? extreme(value, direction) : (value ?? null)
  }
  const values = reach(document, steps, false).flatMap((each) =>
    Array.isArray(each) ? (each.length > 0 ? each : [undefined]) : [each ?? null],
  )
  return values.length > 0 ? extreme(values, direction) : null
}

const extreme = (values: readonly unknown[], direction: 1 | -1): unknown =>
  values.length === 0
    ? undefined
    : values.reduce((best, each) => (compare(each, best) * direction < 0 ? each : best))

/** Orders documents by several fields. */
export function comparator(order: Record<string, 1 | -1>): Comparator {
  const fields = Object.entries(order).map(([path, direction]) => ({ steps: path.split('.'), direction }))
  return (a, b) => {
    for (const { steps, direction } of fields) {
      const result = compare(sortKey(a, steps, direction), sortKey(b, steps, direction))
      if (result !== 0) return result * direction
    }
    return 0
  }
}

/** The `$near` of a filter, wherever it stands among conditions that must all hold. */
function findNear(filter: Document): { steps: string[]; near: Near } | undefined {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      const found = condition.map((each) => findNear(each as Document)).find(Boolean)
      if (found) return found
    }
    if (key.startsWith('$') || !isObject(condition)) continue
    const operator = ['$near', '$nearSphere', '$geoNear'].find((name) => name in condition)
    if (operator) return { steps: key.split('.'), near: parseNear(operator, condition[operator], condition) }
  }
  return undefined
}

/** Nearest first, where a filter asks for `$near` or `$nearSphere`. */
export function distanceOrder(filter: Document): Comparator | undefined {
  const found = findNear(filter)
  if (!found) return undefined
  const distances = new WeakMap<Document, number>()
  const distanceOf = (document: Document): number => {
    const known = distances.get(document)
    if (known !== undefined) return known
    const distance = nearest(found.near, reach(document, found.steps)) ?? Number.POSITIVE_INFINITY
    distances.set(document, distance)
    return distance
  }
  return (a, b) => distanceOf(a) - distanceOf(b)
}
