import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** China has had one zone and no summer time since 1991. */
const BEIJING_MINUTES = 8 * 60

/** Every date a person sees is a Beijing date, whatever the clock of the machine or the phone. */
export const beijing = (at: string | number | Date) => dayjs(at).utcOffset(BEIJING_MINUTES)

/** The Beijing calendar day of an instant, YYYY-MM-DD. */
export const dayOf = (at: string | number | Date): string => beijing(at).format('YYYY-MM-DD')

/** The instant at which a Beijing calendar day begins, ISO. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString()

/** "12 月 3 日"; with the year when it is not `now`'s. Never 2026-12-03: people read this aloud. */
export function sayDay(day: string, now: string | number | Date): string {
  const [year, month, date] = day.split('-').map(Number)
  const said = `${month} 月 ${date} 日`
  return year === beijing(now).year() ? said : `${year} 年 ${said}`
}

/** "12 月 3 日 9:00", or "今天 9:00" and "明天 9:00" when it is near. Only for what is read at once: see `sayDate`. */
export function sayTime(at: string, now: string | number | Date): string {
  const time = beijing(at)
  const days = beijing(at).startOf('day').diff(beijing(now).startOf('day'), 'day')
  const near = { [-1]: '昨天', 0: '今天', 1: '明天' }[days]
  return `${near ?? sayDay(dayOf(at), now)} ${time.format('H:mm')}`
}

const WEEKDAYS = '日一二三四五六'

/**
 * "12 月 3 日 周四 9:00"; with the year when it is not `now`'s, and always without a `now`. For what is stored, sent or
 * printed: it is read on another day than it was written, when "明天" would be a lie.
 */
export function sayDate(at: string, now?: string | number | Date): string {
  const time = beijing(at)
  const day = sayDay(dayOf(at), now ?? 0)
  return `${day} 周${WEEKDAYS[time.day()]} ${time.format('H:mm')}`
}

/** "12 月 3 日 周四 9:00 至 17:00"; the end has a day of its own where it is on another. */
export const sayDates = (from: string, until: string): string =>
  `${sayDate(from)} 至 ${dayOf(from) === dayOf(until) ? beijing(until).format('H:mm') : sayDate(until)}`

/** How long something took: "45 分钟", "3 小时", "2 天"; rounded down, at least one minute. */
export function sayDuration(milliseconds: number): string {
  const minutes = Math.max(1, Math.floor(milliseconds / 60_000))
  if (minutes < 60) return `${minutes} 分钟`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} 小时`
  return `${Math.floor(minutes / (24 * 60))} 天`
}

/** Whole days from `now`'s Beijing day until a day; negative once it has passed. */
export const daysUntil = (day: string, now: string | number | Date): number =>
  dayjs.utc(day).diff(dayjs.utc(dayOf(now)), 'day')
