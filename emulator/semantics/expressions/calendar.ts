import { utc } from './zones'

const DAY = 86_400_000

/** The parts of a date, each as its operator gives it. */
export interface Parts {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  millisecond: number
}

export function partsOf(local: number): Parts {
  const date = new Date(local)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  }
}

/** 1 (Sunday) to 7. */
export const dayOfWeek = (local: number): number => new Date(local).getUTCDay() + 1
/** 1 (Monday) to 7. */
export const isoDayOfWeek = (local: number): number => new Date(local).getUTCDay() || 7

export const dayOfYear = (local: number): number =>
  Math.floor((local - utc(partsOf(local).year, 1, 1)) / DAY) + 1

/** Weeks begin on Sunday; days before the year's first Sunday are in week 0. */
export const week = (local: number): number => Math.floor((dayOfYear(local) + 7 - dayOfWeek(local)) / 7)

const thursday = (local: number): number => local + (4 - isoDayOfWeek(local)) * DAY

/** ISO 8601: the year and week of the Thursday of the same week. */
export const isoWeekYear = (local: number): number => partsOf(thursday(local)).year
export const isoWeek = (local: number): number => Math.ceil(dayOfYear(thursday(local)) / 7)

/** The Monday that begins an ISO year. */
export function isoYearStart(year: number): number {
  const fourth = utc(year, 1, 4)
  return fourth - (isoDayOfWeek(fourth) - 1) * DAY
}
