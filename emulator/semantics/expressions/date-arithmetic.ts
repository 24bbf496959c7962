import { isNil, toNumber } from '../bson'
import { refused } from '../fault'
import { dayOfWeek, partsOf } from './calendar'
import { named, type Operator } from './scope'
import { instantOf, offsetAt, utc } from './zones'

const DAY = 86_400_000
const LENGTHS: Record<string, number> = {
  week: 7 * DAY,
  day: DAY,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
}
const MONTHS: Record<string, number> = { year: 12, quarter: 3, month: 1 }
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const unitOf = (unit: unknown): string => {
  if (typeof unit === 'string' && (unit in LENGTHS || unit in MONTHS)) return unit
  throw refused(`unknown time unit value: ${String(unit)}`)
}

const startDay = (value: unknown): number => {
  const name = String(value ?? 'sunday').toLowerCase()
  const found = WEEKDAYS.findIndex((each) => each === name || each.slice(0, 3) === name)
  if (found < 0) throw refused(`unknown day of week value: ${name}`)
  return found
}

/** A day that a month does not have becomes its last one. */
function addMonths(local: number, months: number): number {
  const { year, month, day } = partsOf(local)
  const first = utc(year, month + months, 1)
  const target = partsOf(first)
  const last = partsOf(utc(target.year, target.month + 1, 0)).day
  return utc(target.year, target.month, Math.min(day, last)) + (local - Math.floor(local / DAY) * DAY)
}

const add = (local: number, unit: string, amount: number): number =>
  unit in MONTHS ? addMonths(local, amount * MONTHS[unit]!) : local + amount * LENGTHS[unit]!

/** The number of the unit a moment is in, counted from a fixed one. */
function ordinal(local: number, unit: string, start: number): number {
  if (unit in MONTHS) {
    const { year, month } = partsOf(local)
    return Math.floor((year * 12 + month - 1) / MONTHS[unit]!)
  }
  // 1970-01-01 was a Thursday.
  const shift = unit === 'week' ? (4 - start) * DAY : 0
  return Math.floor((local + shift) / LENGTHS[unit]!)
}

function truncate(local: number, unit: string, size: number, start: number): number {
  if (unit in MONTHS) {
    const months = MONTHS[unit]! * size
    const { year, month } = partsOf(local)
    const since = (year - 2000) * 12 + month - 1
    return utc(2000, 1 + Math.floor(since / months) * months, 1)
  }
  const reference = utc(2000, 1, 1)
  const first = unit === 'week' ? reference + ((start + 7 - (dayOfWeek(reference) - 1)) % 7) * DAY : reference
  const length = LENGTHS[unit]! * size
  return first + Math.floor((local - first) / length) * length
}

export function dateArithmetic(instant: (value: unknown) => number): Record<string, Operator> {
  const shifting = (sign: 1 | -1): Operator =>
    named(['startDate', 'unit', 'amount'], ['timezone'], ({ startDate, unit, amount, timezone }) => {
      if (isNil(startDate) || isNil(unit) || isNil(amount)) return null
      const at = instant(startDate)
      return new Date(
        instantOf(timezone, add(at + offsetAt(timezone, at), unitOf(unit), sign * toNumber(amount))),
      )
    })
  return {
    $dateAdd: shifting(1),
    $dateSubtract: shifting(-1),
    $dateDiff: named(
      ['startDate', 'endDate', 'unit'],
      ['timezone', 'startOfWeek'],
      ({ startDate, endDate, unit, timezone, startOfWeek }) => {
        if (isNil(startDate) || isNil(endDate) || isNil(unit)) return null
        const [from, to] = [instant(startDate), instant(endDate)].map((at) =>
          ordinal(at + offsetAt(timezone, at), unitOf(unit), startDay(startOfWeek)),
        )
        return to! - from!
      },
    ),
    $dateTrunc: named(
      ['date', 'unit'],
      ['binSize', 'timezone', 'startOfWeek'],
      ({ date, unit, binSize, timezone, startOfWeek }) => {
        if (isNil(date) || isNil(unit)) return null
        const at = instant(date)
        const local = truncate(
          at + offsetAt(timezone, at),
          unitOf(unit),
          toNumber(binSize ?? 1),
          startDay(startOfWeek),
        )
        return new Date(instantOf(timezone, local))
      },
    ),
  }
}
