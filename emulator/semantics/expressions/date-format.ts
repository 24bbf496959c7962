import { refused } from '../fault'
import { dayOfWeek, dayOfYear, isoDayOfWeek, isoWeek, isoWeekYear, partsOf, week } from './calendar'

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

function offsetText(offset: number): string {
  const minutes = Math.abs(Math.round(offset / 60_000))
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${pad(minutes % 60, 2)}`
}

const specifiers: Record<string, (local: number, offset: number) => string> = {
  b: (local) => MONTHS[partsOf(local).month - 1]!.slice(0, 3),
  B: (local) => MONTHS[partsOf(local).month - 1]!,
  d: (local) => pad(partsOf(local).day, 2),
  G: (local) => pad(isoWeekYear(local), 4),
  H: (local) => pad(partsOf(local).hour, 2),
  j: (local) => pad(dayOfYear(local), 3),
  L: (local) => pad(partsOf(local).millisecond, 3),
  m: (local) => pad(partsOf(local).month, 2),
  M: (local) => pad(partsOf(local).minute, 2),
  S: (local) => pad(partsOf(local).second, 2),
  u: (local) => String(isoDayOfWeek(local)),
  U: (local) => pad(week(local), 2),
  V: (local) => pad(isoWeek(local), 2),
  w: (local) => String(dayOfWeek(local)),
  Y: (local) => pad(partsOf(local).year, 4),
  z: (_, offset) => offsetText(offset),
  Z: (_, offset) => `${offset < 0 ? '-' : '+'}${Math.abs(Math.round(offset / 60_000))}`,
  '%': () => '%',
}

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/dateToString/#format-specifiers */
export function formatDate(instant: number, offset: number, format: string): string {
  return format.replace(/%([\s\S]?)/g, (_, letter: string) => {
    const specifier = Object.hasOwn(specifiers, letter) ? specifiers[letter] : undefined
    if (!specifier)
      throw refused(
        letter
          ? `Invalid format character '%${letter}' in format string`
          : "Unmatched '%' at end of format string",
      )
    return specifier(instant + offset, offset)
  })
}
