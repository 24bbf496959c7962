import { type BsonType, type Document, isNumeric, toNumber, typeOf } from './bson'

/** MongoDB's order of types; those of one rank compare by value. https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/ */
const RANKS: Record<BsonType, number> = {
  minKey: 0,
  missing: 1,
  null: 2,
  int: 3,
  long: 3,
  double: 3,
  decimal: 3,
  string: 4,
  object: 5,
  array: 6,
  binData: 7,
  objectId: 8,
  bool: 9,
  date: 10,
  timestamp: 11,
  regex: 12,
  javascript: 13,
  maxKey: 14,
}

export const rankOf = (value: unknown): number =>
  typeof value === 'string' ? 4 : typeof value === 'number' ? 3 : RANKS[typeOf(value)]

const sign = (a: number | string | bigint, b: number | string | bigint): number =>
  a < b ? -1 : a > b ? 1 : 0

/** By code point, as bytes of UTF-8 compare; JavaScript's own order puts surrogates before U+E000. */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x === y) continue
    const isPair = (code: number) => code >= 0xd800 && code <= 0xdfff
    return isPair(x) === isPair(y) ? sign(x, y) : isPair(x) ? sign(0x10000, y) : sign(x, 0x10000)
  }
  return sign(a.length, b.length)
}

/** NaN is the least number and equals itself. */
function compareNumbers(a: unknown, b: unknown): number {
  const [x, y] = [toNumber(a), toNumber(b)]
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(y)) - Number(Number.isNaN(x))
  const isLong = (value: unknown) => typeof value !== 'number' && typeOf(value) === 'long'
  if (x === y && isLong(a) && isLong(b)) return sign(BigInt(String(a)), BigInt(String(b)))
  return sign(x, y)
}

function compareObjects(a: Document, b: Document): number {
  const [left, right] = [Object.keys(a), Object.keys(b)]
  const length = Math.min(left.length, right.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a[left[i]!], b[right[i]!]]
    const order = sign(rankOf(x), rankOf(y)) || compareStrings(left[i]!, right[i]!) || compare(x, y)
    if (order !== 0) return order
  }
  return sign(left.length, right.length)
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const order = compare(a[i], b[i])
    if (order !== 0) return order
  }
  return sign(a.length, b.length)
}

const bytesOf = (value: unknown): Uint8Array =>
  ArrayBuffer.isView(value) ? (value as Uint8Array) : (value as { buffer: Uint8Array }).buffer

const regexText = (value: unknown): [string, string] => {
  const { source, flags, pattern, options } = value as Record<string, string>
  return [source ?? pattern ?? '', flags ?? options ?? '']
}

/** MongoDB's order of any two values. */
export function compare(a: unknown, b: unknown): number {
  if (a === b) return 0
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b)
  const rank = rankOf(a)
  const order = rank - rankOf(b)
  if (order !== 0) return sign(order, 0)
  switch (typeOf(a)) {
    case 'int':
    case 'long':
    case 'double':
    case 'decimal':
      return compareNumbers(a, b)
    case 'object':
      return compareObjects(a as Document, b as Document)
    case 'array':
      return compareArrays(a as unknown[], b as unknown[])
    case 'date':
      return sign((a as Date).getTime(), (b as Date).getTime())
    case 'bool':
      return sign(Number(a), Number(b))
    case 'regex': {
      const [x, y] = [regexText(a), regexText(b)]
      return compareStrings(x[0], y[0]) || compareStrings(x[1], y[1])
    }
    case 'binData': {
      const [x, y] = [bytesOf(a), bytesOf(b)]
      return sign(x.length, y.length) || compareArrays([...x], [...y])
    }
    case 'timestamp':
      return sign(BigInt(String(a)), BigInt(String(b)))
    case 'minKey':
    case 'maxKey':
    case 'missing':
      return 0
    default:
      return compareStrings(String(a), String(b))
  }
}

export const equal = (a: unknown, b: unknown): boolean => compare(a, b) === 0

/** One text for equal values, for maps and sets. */
export function keyOf(value: unknown): string {
  if (typeof value === 'string') return `s${JSON.stringify(value)}`
  // Adding zero makes one of both zeros.
  if (isNumeric(value)) return `n${toNumber(value) + 0}`
  switch (typeOf(value)) {
    case 'array':
      return `[${(value as unknown[]).map(keyOf).join()}]`
    case 'object':
      return `{${Object.entries(value as Document)
        .map(([key, each]) => `${JSON.stringify(key)}:${keyOf(each)}`)
        .join()}}`
    case 'date':
      return `d${(value as Date).getTime()}`
    case 'binData':
      return `b${bytesOf(value).join()}`
    default:
      return `${typeOf(value)} ${typeOf(value) === 'regex' ? regexText(value).join('/') : String(value)}`
  }
}
