import { Decimal128, ObjectId } from 'bson'
import { type Document, isDate, isNil, isNumeric, isObject, show, toMillis, toNumber, typeOf } from '../bson'
import { refused } from '../fault'
import { parseDate } from './date-parse'
import { type Operator, one } from './scope'
import { parseNumber } from './strings'

type Convert = (value: unknown) => unknown

const cannot = (value: unknown, to: string): never => {
  throw refused(`Unsupported conversion from ${typeOf(value)} to ${to} in $convert with no onError value`)
}

const toDouble: Convert = (value) => {
  if (isNumeric(value)) return toNumber(value)
  if (typeof value === 'boolean') return Number(value)
  if (isDate(value)) return value.getTime()
  return typeof value === 'string' ? parseNumber(value) : cannot(value, 'double')
}

const toWhole =
  (bits: number, name: string): Convert =>
  (value) => {
    if (typeof value === 'string' && !/^[-+]?\d+$/.test(value)) {
      throw refused(`Failed to parse number ${show(value)} in $convert`)
    }
    if (isDate(value) && bits === 32) return cannot(value, name)
    const number = Math.trunc(toDouble(value) as number)
    if (!(Math.abs(number) <= 2 ** (bits - 1)))
      throw refused(`Conversion would overflow target type in $convert: ${number}`)
    return number
  }

const toText: Convert = (value) => {
  if (isDate(value)) return value.toISOString()
  if (typeof value === 'string' || typeof value === 'boolean' || isNumeric(value)) return String(value)
  return typeOf(value) === 'objectId' ? String(value) : cannot(value, 'string')
}

const toDate: Convert = (value) => {
  const millis = toMillis(value)
  if (millis !== undefined) return new Date(millis)
  if (typeof value === 'string') return parseDate(value)
  return isNumeric(value) && typeOf(value) !== 'int'
    ? new Date(Math.trunc(toNumber(value)))
    : cannot(value, 'date')
}

const toBool: Convert = (value) => {
  if (typeof value === 'boolean') return value
  return isNumeric(value) ? toNumber(value) !== 0 : true
}

const toObjectId: Convert = (value) => {
  if (typeOf(value) === 'objectId') return value
  if (typeof value !== 'string' || !/^[0-9a-f]{24}$/i.test(value)) {
    throw refused(`Failed to parse objectId ${show(value)} in $convert`)
  }
  return new ObjectId(value)
}

/** What has a fraction gets the 15 digits a double is sure of. */
const toDecimal: Convert = (value) => {
  if (typeOf(value) === 'decimal') return value
  const number = toDouble(value) as number
  const isExact = Number.isInteger(number) || typeof value === 'string' || !Number.isFinite(number)
  return Decimal128.fromString(
    typeof value === 'string' ? value : isExact ? String(number) : number.toPrecision(15),
  )
}

const conversions: Record<string, Convert> = {
  double: toDouble,
  string: toText,
  objectId: toObjectId,
  bool: toBool,
  date: toDate,
  int: toWhole(32, 'int'),
  long: toWhole(64, 'long'),
  decimal: toDecimal,
}
const NUMBERS: Record<number, string> = {
  1: 'double',
  2: 'string',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
  19: 'decimal',
}

const converting = (to: string): Operator => one((value) => (isNil(value) ? null : conversions[to]!(value)))

const convert: Operator = (operand, compile) => {
  if (!isObject(operand)) throw refused('$convert expects an object of named arguments')
  const { input, to, onError, onNull } = operand as Document
  const [value, target, fallback, empty] = [compile(input), compile(to), compile(onError), compile(onNull)]
  return (scope) => {
    const wanted = target(scope)
    const conversion = conversions[(typeof wanted === 'number' ? NUMBERS[wanted] : wanted) as string]
    if (!conversion) throw refused(`Unknown type name: ${show(wanted)}`)
    const found = value(scope)
    if (isNil(found)) return empty(scope) ?? null
    try {
      return conversion(found)
    } catch (error) {
      if (Object.hasOwn(operand, 'onError')) return fallback(scope)
      throw error
    }
  }
}

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/#type-expression-operators */
export const types: Record<string, Operator> = {
  $type: one(typeOf),
  $convert: convert,
  $toBool: converting('bool'),
  $toDate: converting('date'),
  $toDecimal: converting('decimal'),
  $toDouble: converting('double'),
  $toInt: converting('int'),
  $toLong: converting('long'),
  $toObjectId: converting('objectId'),
  $toString: converting('string'),
}
