export type Document = Record<string, unknown>

/** MongoDB's names, and `missing` for a field that is not there. */
export type BsonType =
  | 'missing'
  | 'null'
  | 'int'
  | 'long'
  | 'double'
  | 'decimal'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'javascript'
  | 'minKey'
  | 'maxKey'

const CLASSES: Record<string, BsonType> = {
  ObjectId: 'objectId',
  Long: 'long',
  Int32: 'int',
  Double: 'double',
  Decimal128: 'decimal',
  Binary: 'binData',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  BSONSymbol: 'string',
  Code: 'javascript',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
}

// By tag, not by instanceof: a test runner has several realms, each with its own Date.
const tagOf = (value: unknown): string => Object.prototype.toString.call(value)

export const isDate = (value: unknown): value is Date => tagOf(value) === '[object Date]'
export const isRegExp = (value: unknown): value is RegExp => tagOf(value) === '[object RegExp]'

const typeOfNumber = (value: number): BsonType => {
  if (!Number.isInteger(value) || Object.is(value, -0) || Math.abs(value) >= 2 ** 63) return 'double'
  return value >= -(2 ** 31) && value < 2 ** 31 ? 'int' : 'long'
}

export function typeOf(value: unknown): BsonType {
  switch (typeof value) {
    case 'undefined':
      return 'missing'
    case 'string':
      return 'string'
    case 'number':
      return typeOfNumber(value)
    case 'boolean':
      return 'bool'
    case 'bigint':
      return 'long'
  }
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  const bson = (value as { _bsontype?: string })._bsontype
  if (typeof bson === 'string' && bson in CLASSES) return CLASSES[bson]!
  if (isDate(value)) return 'date'
  if (isRegExp(value)) return 'regex'
  return ArrayBuffer.isView(value) ? 'binData' : 'object'
}

export const isObject = (value: unknown): value is Document => typeOf(value) === 'object'
export const isNil = (value: unknown): value is null | undefined => value === null || value === undefined

export const isNumeric = (value: unknown): boolean => {
  if (typeof value === 'number') return true
  const type = typeOf(value)
  return type === 'int' || type === 'long' || type === 'double' || type === 'decimal'
}

/** Any of BSON's numbers as one of JavaScript's; NaN for anything else. */
export const toNumber = (value: unknown): number =>
  typeof value === 'number' ? value : isNumeric(value) ? Number(String(value)) : Number.NaN

/** The milliseconds of what MongoDB takes as a date: dates, timestamps and the time inside an ObjectId. */
export function toMillis(value: unknown): number | undefined {
  const type = typeOf(value)
  if (type === 'date') return (value as Date).getTime()
  if (type === 'objectId') return (value as { getTimestamp(): Date }).getTimestamp().getTime()
  if (type === 'timestamp') return (value as { high: number }).high * 1000
  return undefined
}

/** A deep copy of containers and dates. Not structuredClone: under a test runner that makes objects of another realm. */
export function clone<T>(value: T): T {
  if (Array.isArray(value)) return value.map(clone) as T
  if (isDate(value)) return new Date(value) as T
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clone(each)])) as T
}

/** A value inside an error message. */
export const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'missing'
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}

/** What MongoDB takes for true: anything but false, null, zero and what is not there. */
export const truthy = (value: unknown): boolean =>
  !isNil(value) && value !== false && !(isNumeric(value) && toNumber(value) === 0)
