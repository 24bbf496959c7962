import { beijing, dayOf, startOfDay } from '../../../contract/time'
import type { CalendarYear } from './documents'

/** What is known of years; one that is missing falls back to Monday to Friday and the usual hours. */
export type Calendar = ReadonlyMap<number, CalendarYear>

/** Monday to Friday 9:00–12:00 and 14:00–18:00, as the domain says. */
export const USUAL_HOURS: CalendarYear['hours'] = [
  { from: '09:00', until: '12:00' },
  { from: '14:00', until: '18:00' },
]
const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Longer than any holiday; a calendar without a working day in so many is a mistake, not a wait. */
const MOST_DAYS = 2 * 366

export const calendarOf = (years: readonly CalendarYear[]): Calendar =>
  new Map(years.map((year) => [Number(year._id), year]))

/** Whether a Beijing day is worked: what the year says of it, else by the day of the week. */
export function isWorkday(day: string, calendar: Calendar): boolean {
  const year = calendar.get(Number(day.slice(0, 4)))
  if (year?.workdays.includes(day)) return true
  if (year?.holidays.some(({ from, until }) => from <= day && day <= until)) return false
  const weekday = beijing(startOfDay(day)).day()
  return weekday >= 1 && weekday <= 5
}

/** The stretches of a day that are worked, as instants in milliseconds, in order. */
function stretchesOf(day: string, calendar: Calendar): [from: number, until: number][] {
  if (!isWorkday(day, calendar)) return []
  const midnight = Date.parse(startOfDay(day))
  const at = (clock: string) => {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number)
    return midnight + hours * HOUR + minutes * 60_000
  }
  const { hours } = calendar.get(Number(day.slice(0, 4))) ?? { hours: USUAL_HOURS }
  return hours.map(({ from, until }) => [at(from), at(until)])
}

/** So many days, the one of an instant first. */
function* daysFrom(from: Date, count: number): Generator<string> {
  const midnight = Date.parse(startOfDay(dayOf(from)))
  for (let n = 0; n < count; n++) yield dayOf(midnight + n * DAY)
}

/**
 * The instant at which so many working hours have passed; it lies within working hours, their ends included. No hours
 * at all from outside them is the next beginning.
 */
export function addWorkingHours(from: Date, hours: number, calendar: Calendar): Date {
  let left = Math.round(hours * HOUR)
  for (const day of daysFrom(from, MOST_DAYS))
    for (const [begin, end] of stretchesOf(day, calendar)) {
      if (end < from.getTime()) continue
      const start = Math.max(begin, from.getTime())
      if (left <= end - start) return new Date(start + left)
      left -= end - start
    }
  throw new Error(`no ${hours} working hours in ${MOST_DAYS} days`)
}

/** Working hours from one instant to a later one; 0 the other way round. */
export function workingHoursBetween(from: Date, until: Date, calendar: Calendar): number {
  let sum = 0
  const days = Math.max(0, Math.ceil((until.getTime() - from.getTime()) / DAY) + 1)
  for (const day of daysFrom(from, days))
    for (const [begin, end] of stretchesOf(day, calendar))
      sum += Math.max(0, Math.min(end, until.getTime()) - Math.max(begin, from.getTime()))
  return sum / HOUR
}

/** The years of a stretch of time that nobody has entered: what was computed there is a guess. */
export function yearsWithout(from: Date, until: Date, calendar: Calendar): number[] {
  const [first, last] = [beijing(from).year(), beijing(until).year()]
  return Array.from({ length: last - first + 1 }, (_, n) => first + n).filter((year) => !calendar.has(year))
}

/** What is wrong with a year as it was entered: a sentence by field. */
export function yearFaults(
  year: number,
  { holidays, workdays, hours }: Omit<CalendarYear, '_id' | 'version'>,
): Record<string, string> {
  const faults: Record<string, string> = {}
  const inYear = (day: string) => day.startsWith(`${year}-`)
  holidays.forEach(({ from, until }, n) => {
    if (until < from) faults[`holidays.${n}.until`] = '放假的最后一天不能早于第一天'
    // A holiday may begin or end in the neighbouring year; each year holds its own days.
    else if (!inYear(from) || !inYear(until)) faults[`holidays.${n}.from`] = `请只写 ${year} 年的日子`
  })
  workdays.forEach((day, n) => {
    if (!inYear(day)) faults[`workdays.${n}`] = `请只写 ${year} 年的日子`
  })
  hours.forEach(({ from, until }, n) => {
    if (until <= from) faults[`hours.${n}.until`] = '下班要晚于上班'
    else if (n > 0 && from < hours[n - 1]!.until) faults[`hours.${n}.from`] = '时间要一段接一段，不能重叠'
  })
  return faults
}
