const DAY_MS = 24 * 60 * 60_000
/** Excel counts days from here (it believes in a 29 February 1900, so days before March 1900 are one off). */
const FROM_1900 = Date.UTC(1899, 11, 30)
const FROM_1904 = Date.UTC(1904, 0, 1)
const LAST = 2_958_465

/** The day of Excel's number, YYYY-MM-DD; the time of day is dropped. Undefined where it is no day. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 1) || serial > LAST) return undefined
  return new Date((from1904 ? FROM_1904 : FROM_1900) + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10)
}

/** The number by which Excel knows a day YYYY-MM-DD. */
export const serialOfDay = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - FROM_1900) / DAY_MS)
