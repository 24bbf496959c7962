import { isNil, isNumeric, isObject, toMillis, toNumber, typeOf } from '../bson'
import { Fault, refused } from '../fault'
import * as calendar from './calendar'
import { isoYearStart, partsOf } from './calendar'
import { dateArithmetic } from './date-arithmetic'
import { formatDate } from './date-format'
import { parseDate } from './date-parse'
import { fieldsOf, named, type Operator, type Scope } from './scope'
import { text } from './text'
import { instantOf, offsetAt, utc } from './zones'

const DAY = 86_400_000

export function instant(value: unknown): number {
  const millis = toMillis(value)
  if (millis === undefined) throw refused(`can't convert from BSON type ${typeOf(value)} to Date`)
  return millis
}

/** Asked for, and null or not there. */
const lacks = (fields: Record<string, unknown>, key: string): boolean =>
  Object.hasOwn(fields, key) && isNil(fields[key])

/** One part of a date: the date itself, or `{date, timezone}`. */
const part =
  (compute: (local: number) => number): Operator =>
  (operand, compile, name) => {
    const isSpec = isObject(operand) && Object.hasOwn(operand, 'date')
    const spec = isSpec
      ? Object.fromEntries(fieldsOf(operand, name, ['date'], ['timezone']))
      : { date: operand }
    if (Array.isArray(spec.date) && !isSpec) {
      if (spec.date.length !== 1) {
        throw refused(
          `${name} accepts exactly one argument if given an array, but was given ${spec.date.length}`,
        )
      }
      spec.date = spec.date[0]
    }
    const [date, zone] = [compile(spec.date), compile(spec.timezone)]
    return (scope) => {
      const [value, timezone] = [date(scope), zone(scope)]
      if (isNil(value) || (Object.hasOwn(spec, 'timezone') && isNil(timezone))) return null
      const at = instant(value)
      return compute(at + offsetAt(timezone, at))
    }
  }

const toText = named(['date'], ['format', 'timezone', 'onNull'], (fields) => {
  const { date, format, timezone, onNull } = fields
  if (isNil(date)) return onNull ?? null
  if (lacks(fields, 'format') || lacks(fields, 'timezone')) return null
  const at = instant(date)
  const plain = timezone === undefined || timezone === 'UTC' || timezone === 'GMT'
  const usual = plain ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L'
  return formatDate(
    at,
    offsetAt(timezone, at),
    format === undefined ? usual : text(format, '$dateToString', 'format'),
  )
})

/** `onError` is evaluated only where it is needed, and stands only for text that is no date. */
const fromText: Operator = (operand, compile, name) => {
  const spec = Object.fromEntries(
    fieldsOf(operand, name, ['dateString'], ['format', 'timezone', 'onError', 'onNull']),
  )
  const evaluates = Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, compile(value)]))
  const get = (key: string, scope: Scope): unknown => evaluates[key]?.(scope)
  return (scope) => {
    const value = get('dateString', scope)
    if (isNil(value)) return get('onNull', scope) ?? null
    const [format, zone] = [get('format', scope), get('timezone', scope)]
    // A field that is not there is as null: only what is not asked for has a default.
    if ((evaluates.format && isNil(format)) || (evaluates.timezone && isNil(zone))) return null
    try {
      if (typeof value !== 'string') {
        throw refused(`$dateFromString requires that 'dateString' be a string, found: ${typeOf(value)}`)
      }
      return parseDate(value, format === undefined ? undefined : text(format, name, 'format'), zone)
    } catch (error) {
      if (error instanceof Fault && evaluates.onError) return evaluates.onError(scope)
      throw error
    }
  }
}

const CALENDAR = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond']
const ISO = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek']

function integer(value: unknown, name: string): number {
  const number = toNumber(value)
  if (!isNumeric(value) || !Number.isInteger(number)) {
    throw refused(`'${name}' must evaluate to an integer, found ${typeOf(value)}`)
  }
  return number
}

/** Parts beyond their range carry over: the month 14 is February of the next year. */
const fromParts = named([], [...CALENDAR, ...ISO, 'timezone'], (fields) => {
  if (Object.values(fields).some(isNil)) return null
  const isIso = Object.hasOwn(fields, 'isoWeekYear')
  if (!isIso && !Object.hasOwn(fields, 'year')) {
    throw refused("$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
  }
  const others = isIso ? ['year', 'month', 'day'] : ['isoWeek', 'isoDayOfWeek']
  if (others.some((key) => Object.hasOwn(fields, key))) {
    throw refused('$dateFromParts does not allow mixing natural dates with ISO dates')
  }
  const get = (key: string, otherwise: number) => integer(fields[key] ?? otherwise, key)
  const year = get(isIso ? 'isoWeekYear' : 'year', 0)
  if (year < 1 || year > 9999) {
    throw refused(`'${isIso ? 'isoWeekYear' : 'year'}' must evaluate to an integer in the range 1 to 9999`)
  }
  const date = isIso
    ? isoYearStart(year) + ((get('isoWeek', 1) - 1) * 7 + get('isoDayOfWeek', 1) - 1) * DAY
    : utc(year, get('month', 1), get('day', 1))
  const time =
    ((get('hour', 0) * 60 + get('minute', 0)) * 60 + get('second', 0)) * 1000 + get('millisecond', 0)
  return new Date(instantOf(fields.timezone, date + time))
})

const toParts = named(['date'], ['timezone', 'iso8601'], (fields) => {
  const { date, timezone, iso8601 } = fields
  if (isNil(date) || lacks(fields, 'timezone') || lacks(fields, 'iso8601')) return null
  const at = instant(date)
  const local = at + offsetAt(timezone, at)
  const { year, month, day, ...time } = partsOf(local)
  if (iso8601 !== true) return { year, month, day, ...time }
  const [isoWeekYear, isoWeek] = [calendar.isoWeekYear(local), calendar.isoWeek(local)]
  return { isoWeekYear, isoWeek, isoDayOfWeek: calendar.isoDayOfWeek(local), ...time }
})

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/#date-expression-operators */
export const dates: Record<string, Operator> = {
  ...dateArithmetic(instant),
  $dateFromParts: fromParts,
  $dateFromString: fromText,
  $dateToParts: toParts,
  $dateToString: toText,
  $dayOfMonth: part((local) => partsOf(local).day),
  $dayOfWeek: part(calendar.dayOfWeek),
  $dayOfYear: part(calendar.dayOfYear),
  $hour: part((local) => partsOf(local).hour),
  $isoDayOfWeek: part(calendar.isoDayOfWeek),
  $isoWeek: part(calendar.isoWeek),
  $isoWeekYear: part(calendar.isoWeekYear),
  $millisecond: part((local) => partsOf(local).millisecond),
  $minute: part((local) => partsOf(local).minute),
  $month: part((local) => partsOf(local).month),
  $second: part((local) => partsOf(local).second),
  $week: part(calendar.week),
  $year: part((local) => partsOf(local).year),
}
