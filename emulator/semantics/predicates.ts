import { isNil, isNumeric, isRegExp, toNumber, typeOf } from './bson'
import { compare, keyOf, rankOf } from './compare'
import { refused } from './fault'
import { expressionOf, tester } from './regex'

/** Tests what stands at a path: each value (members of an array and the array), and each array as a whole. */
export interface Matcher {
  test(values: readonly unknown[], arrays: readonly unknown[]): boolean
  /** Whether it looks at arrays as a whole (`$size`, `$elemMatch`). */
  needsArrays?: boolean
}

const some = (test: (value: unknown) => boolean): Matcher => ({ test: (values) => values.some(test) })

export const negate = (matcher: Matcher): Matcher => ({
  ...matcher,
  test: (values, arrays) => !matcher.test(values, arrays),
})

const isNaNValue = (value: unknown): boolean => isNumeric(value) && Number.isNaN(toNumber(value))

type Accept = (order: number) => boolean

/** Compares within one type only; null also stands for an absent field, and NaN is comparable to nothing but itself. */
function ordered(operand: unknown, accept: Accept): (value: unknown) => boolean {
  if (isNil(operand)) return (value) => isNil(value) && accept(0)
  const type = typeOf(operand)
  if (type === 'minKey' || type === 'maxKey') return (value) => accept(compare(value, operand))
  if (isNaNValue(operand)) return (value) => isNaNValue(value) && accept(0)
  const rank = rankOf(operand)
  return (value) =>
    value !== undefined && rankOf(value) === rank && !isNaNValue(value) && accept(compare(value, operand))
}

export const equals = (operand: unknown): Matcher => some(ordered(operand, (order) => order === 0))

export function compares(operator: string, operand: unknown): Matcher {
  if (isRegExp(operand) || typeOf(operand) === 'regex') {
    throw refused(`Can't have RegEx as arg to predicate over field with ${operator}`)
  }
  const accept: Record<string, Accept> = {
    $gt: (order) => order > 0,
    $gte: (order) => order >= 0,
    $lt: (order) => order < 0,
    $lte: (order) => order <= 0,
  }
  return some(ordered(operand, accept[operator]!))
}

/** Text that matches, or the same expression stored as a value. */
export function matches(pattern: unknown, options?: string): Matcher {
  const test = tester(expressionOf(pattern, options))
  const stored = typeof pattern === 'string' ? undefined : keyOf(pattern)
  return some((value) =>
    typeof value === 'string' ? test(value) : stored !== undefined && stored === keyOf(value),
  )
}

export function isIn(operator: string, operand: unknown): Matcher {
  if (!Array.isArray(operand)) throw refused(`${operator} needs an array`)
  const patterns: Matcher[] = []
  const keys = new Set<string>()
  for (const each of operand) {
    if (typeOf(each) === 'regex') patterns.push(matches(each))
    else {
      if (typeOf(each) === 'object' && Object.keys(each)[0]?.startsWith('$'))
        throw refused(`cannot nest $ under ${operator}`)
      keys.add(keyOf(each))
    }
  }
  const hasNull = keys.has(keyOf(null))
  return some(
    (value) =>
      (value === undefined ? hasNull : keys.has(keyOf(value))) ||
      patterns.some((each) => each.test([value], [])),
  )
}

const whole = (value: unknown): number | undefined => {
  const number = Math.trunc(toNumber(value))
  return Number.isFinite(number) ? number : undefined
}

export function modulo(operand: unknown): Matcher {
  if (!Array.isArray(operand) || operand.length < 2) throw refused('malformed mod, not enough elements')
  if (operand.length > 2) throw refused('malformed mod, too many elements')
  const [divisor, rest] = operand.map(whole)
  if (divisor === undefined || rest === undefined) throw refused('malformed mod, divisor is not a number')
  if (divisor === 0) throw refused('divisor cannot be 0')
  return some((value) => {
    const number = isNumeric(value) ? whole(value) : undefined
    return number !== undefined && number % divisor === rest
  })
}

export const exists = (wanted: boolean): Matcher => {
  const there = some((value) => value !== undefined)
  return wanted ? there : negate(there)
}

export function hasSize(operand: unknown): Matcher {
  const size = toNumber(operand)
  if (!isNumeric(operand)) throw refused('Failed to parse $size. Expected a number')
  if (!Number.isInteger(size)) throw refused('Failed to parse $size. Expected an integer')
  if (size < 0) {
    throw refused('Failed to parse $size. Expected a non-negative number')
  }
  return {
    needsArrays: true,
    test: (_, arrays) => arrays.some((each) => Array.isArray(each) && each.length === size),
  }
}

const TYPE_NUMBERS: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  13: 'javascript',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
}

/** `$type` and `bsonType`: names, numbers and `number` for all of them. */
export function hasType(operand: unknown): (value: unknown) => boolean {
  const names = (Array.isArray(operand) ? operand : [operand]).map((each) => {
    const name = typeof each === 'number' ? TYPE_NUMBERS[each] : each
    if (name === undefined) throw refused(`Invalid numerical type code: ${String(each)}`)
    if (name !== 'number' && !Object.values(TYPE_NUMBERS).includes(name as string)) {
      throw refused(`Unknown type name alias: ${String(each)}`)
    }
    return name
  })
  if (names.length === 0) throw refused('$type must match at least one type')
  return (value) => names.includes(typeOf(value)) || (names.includes('number') && isNumeric(value))
}
