import { type Document, isNil, isNumeric, isObject, show, toNumber, typeOf } from '../bson'
import { equal } from '../compare'
import { refused } from '../fault'
import { any, type Operator, one, over, two } from './scope'

export const list = (value: unknown, name: string, what = 'argument'): unknown[] => {
  if (!Array.isArray(value)) throw refused(`${name}'s ${what} must be an array, but is ${typeOf(value)}`)
  return value
}

const integer = (value: unknown, name: string, what: string): number => {
  const number = toNumber(value)
  if (!Number.isInteger(number)) {
    throw refused(`${name} requires ${what} that can be represented as a 32-bit integer: ${show(value)}`)
  }
  return number
}

function elementAt(array: unknown, index: unknown): unknown {
  if (isNil(array) || isNil(index)) return null
  const at = integer(index, '$arrayElemAt', 'a second argument')
  return list(array, '$arrayElemAt', 'first argument').at(at)
}

const keyAndValue = (each: unknown): unknown[] =>
  isObject(each) && Object.keys(each).length === 2 && 'k' in each && 'v' in each ? [each.k, each.v] : []

function toObject(array: unknown): unknown {
  if (isNil(array)) return null
  const made: Document = {}
  const all = list(array, '$arrayToObject')
  for (const each of all) {
    const pair = Array.isArray(each) ? each : keyAndValue(each)
    if (Array.isArray(each) !== Array.isArray(all[0])) {
      throw refused('$arrayToObject requires a consistent input format: pairs, or objects of k and v')
    }
    if (pair.length !== 2 || typeof pair[0] !== 'string') {
      throw refused(
        `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found: ${show(each)}`,
      )
    }
    made[pair[0]] = pair[1]
  }
  return made
}

function range([start, end, step]: unknown[]): number[] {
  const [from, to] = [integer(start, '$range', 'a starting value'), integer(end, '$range', 'an ending value')]
  const by = step === undefined ? 1 : integer(step, '$range', 'a step value')
  if (by === 0) throw refused('$range requires a non-zero step value')
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / by)) }, (_, index) => from + index * by)
}

/** `[array, n]` takes from the beginning or (n < 0) the end; `[array, position, n]` from a position. */
function slice([array, first, second]: unknown[]): unknown {
  if (isNil(array) || isNil(first) || second === null) return null
  const all = list(array, '$slice', 'first argument')
  const from = integer(first, '$slice', 'a second argument')
  if (second === undefined) return from >= 0 ? all.slice(0, from) : all.slice(from)
  const count = integer(second, '$slice', 'a third argument')
  if (count <= 0) throw refused(`Third argument to $slice must be positive: ${count}`)
  const start = from >= 0 ? from : Math.max(0, all.length + from)
  return all.slice(start, start + count)
}

function indexOf([array, value, start, end]: unknown[]): unknown {
  if (isNil(array)) return null
  const all = list(array, '$indexOfArray', 'first argument')
  const from = start === undefined ? 0 : integer(start, '$indexOfArray', 'a starting index')
  const to = end === undefined ? all.length : integer(end, '$indexOfArray', 'an ending index')
  if (from < 0 || to < 0) throw refused('$indexOfArray requires a nonnegative index')
  for (let index = from; index < Math.min(to, all.length); index++) if (equal(all[index], value)) return index
  return -1
}

const end = (at: 0 | -1): Operator => one((value, name) => (isNil(value) ? null : list(value, name).at(at)))

const take =
  (fromEnd: boolean): Operator =>
  (operand, compile, name) => {
    const { n, input } = operand as Document
    const [count, array] = [compile(n), compile(input)]
    return (scope) => {
      const all = list(array(scope), name, 'input')
      const size = integer(count(scope), name, "an 'n'")
      return fromEnd ? all.slice(-size) : all.slice(0, size)
    }
  }

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/#array-expression-operators */
export const arrays: Record<string, Operator> = {
  $arrayElemAt: two(elementAt),
  $arrayToObject: one(toObject),
  $concatArrays: any((values, name) =>
    values.some(isNil) ? null : values.flatMap((value) => list(value, name)),
  ),
  $first: end(0),
  $last: end(-1),
  $firstN: take(false),
  $lastN: take(true),
  $in: two((value, array) => list(array, '$in', 'second argument').some((each) => equal(each, value))),
  $indexOfArray: over(2, 4, indexOf),
  $isArray: one(Array.isArray),
  $range: over(2, 3, range),
  $reverseArray: one((value, name) => (isNil(value) ? null : list(value, name).toReversed())),
  $size: one((value) => {
    if (!Array.isArray(value)) {
      throw refused(`The argument to $size must be an array, but was of type: ${typeOf(value)}`)
    }
    return value.length
  }),
  $slice: over(2, 3, slice),
  $isNumber: one(isNumeric),
}
