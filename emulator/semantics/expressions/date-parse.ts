import { refused } from '../fault'
import { isoYearStart } from './calendar'
import { MONTHS } from './date-format'
import { freeParts, type Groups, instantIn, NAMES, ZONE } from './date-free'
import { instantOf, utc } from './zones'

const DAY = 86_400_000

const PATTERNS: Record<string, string> = {
  b: `(?<name>${NAMES})`,
  B: `(?<name>${NAMES})`,
  d: '(?<day>\\d{1,2})',
  G: '(?<isoYear>\\d{4})',
  H: '(?<hour>\\d{1,2})',
  j: '(?<yearDay>\\d{1,3})',
  L: '(?<fraction>\\d{1,3})',
  m: '(?<month>\\d{1,2})',
  M: '(?<minute>\\d{1,2})',
  S: '(?<second>\\d{1,2})',
  u: '(?<weekDay>[1-7])',
  V: '(?<week>\\d{1,2})',
  Y: '(?<year>\\d{4})',
  z: `(?<zone>${ZONE})`,
  Z: '(?<minutes>[+-]\\d{1,4})',
  '%': '%',
}

const fail = (text: string): never => {
  throw refused(`Error parsing date string '${text.slice(0, 60)}'`)
}

function compileFormat(format: string): RegExp {
  const pattern = format.replace(/%([\s\S]?)|[\\^$.*+?()[\]{}|]/g, (part, letter: string | undefined) => {
    if (letter === undefined) return `\\${part}`
    const found = PATTERNS[letter]
    if (!found) throw refused(`Invalid format character '%${letter}' in format string`)
    return found
  })
  return new RegExp(`^${pattern}$`, 'i')
}

function monthOf({ month, name }: Groups): number {
  if (name === undefined) return Number(month)
  return MONTHS.findIndex((each) => each.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1
}

function localOf(groups: Groups, text: string): number {
  const number = (name: string, otherwise: number) => Number(groups[name] ?? otherwise)
  const [hour, minute, second] = [number('hour', 0), number('minute', 0), number('second', 0)]
  if (hour > 23 || minute > 59 || second > 59) fail(text)
  const millisecond = Math.trunc(Number(`0.${groups.fraction ?? 0}`) * 1000 + 1e-6)
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
  if (groups.isoYear !== undefined) {
    return (
      isoYearStart(Number(groups.isoYear)) +
      ((number('week', 1) - 1) * 7 + number('weekDay', 1) - 1) * DAY +
      time
    )
  }
  if (groups.year === undefined) fail(text)
  if (groups.yearDay !== undefined) return utc(Number(groups.year), 1, Number(groups.yearDay)) + time
  if (groups.day === undefined || (groups.month ?? groups.name) === undefined) {
    throw refused(`an incomplete date/time string has been found, with elements missing: "${text}"`)
  }
  const [month, day] = [monthOf(groups), number('day', 1)]
  const date = utc(Number(groups.year), month, day)
  // The 31st of February would run over into March.
  if (month < 1 || month > 12 || new Date(date).getUTCDate() !== day) fail(text)
  return date + time
}

/** The instant a text means, in the zone it names itself, else in the one given. */
export function parseDate(text: string, format?: string, zone?: unknown): Date {
  const groups: Groups | undefined =
    format === undefined ? freeParts(text) : compileFormat(format).exec(text)?.groups
  if (!groups) return fail(text)
  const own = groups.minutes === undefined ? groups.zone : undefined
  const local = localOf(groups, text)
  if ((own ?? groups.minutes) !== undefined && zone !== undefined) {
    throw refused(
      `you cannot pass in a date/time string with time zone information ('${text.slice(0, 60)}') together with a timezone argument`,
    )
  }
  if (groups.minutes !== undefined) return new Date(local - Number(groups.minutes) * 60_000)
  if (own !== undefined) return new Date(instantIn(own, local))
  return new Date(zone === undefined ? local : instantOf(zone, local))
}
