import { MONTHS } from './date-format'
import { instantOf } from './zones'

export const NAMES = MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|')

/** Hours ahead of UTC of the abbreviations a date may end with, as MongoDB reads them. */
const ABBREVIATIONS: Record<string, number> = {
  ...{ UTC: 0, GMT: 0, WET: 0, WEST: 1, BST: 1, CET: 1, CEST: 2, EET: 2, IST: 2, EEST: 3, MSK: 3 },
  ...{ HKT: 8, SGT: 8, AWST: 8, JST: 9, KST: 9, ACST: 9.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13 },
  ...{ EDT: -4, EST: -5, CDT: -5, CST: -6, MDT: -6, MST: -7, PDT: -7, PST: -8, AKDT: -8, AKST: -9, HST: -10 },
}

/** Military zones: A to I and K to M are ahead of UTC, N to Y behind it, Z is it. */
const military = (letter: string): number => {
  const ahead = 'ABCDEFGHIKLM'.indexOf(letter) + 1
  return ahead > 0 ? ahead : -('NOPQRSTUVWXY'.indexOf(letter) + 1)
}

const OFFSET = '(?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d{2})?'
export const ZONE = `[A-Za-z]+(?:/[A-Za-z_]+)+|${OFFSET}|${Object.keys(ABBREVIATIONS).join('|')}|[A-IK-Z]`

/** The instant at which the clocks of a zone named inside a date (`+0800`, `GMT+2`, `EST`, `Z`, `Asia/Tokyo`) show `local`. */
export function instantIn(zone: string, local: number): number {
  if (zone.includes('/')) return instantOf(zone, local)
  const fixed = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)
    return local - (fixed[1] === '-' ? -1 : 1) * minutes * 60_000
  }
  const name = zone.toUpperCase()
  return local - (ABBREVIATIONS[name] ?? military(name)) * 3_600_000
}

const CLOCK =
  '(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?)?(?:\\s*(?<half>[ap]m))?'
const TIME = `(?:[T ]+(?:(?<word>noon|midnight)|${CLOCK}))?\\s*(?<zone>${ZONE})?`
const DAY = '(?:(?:Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day)?,? +)?'

/** Forms understood where no format is given: ISO 8601 and near it, American and European ones, a month by name. */
const FORMS = [
  `(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/](?<day>\\d{1,2})${TIME}`,
  `(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:T(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?)?(?<zone>${ZONE})?`,
  `(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4}|\\d{2})${TIME}`,
  `(?<day>\\d{1,2})[-.](?<month>\\d{1,2})[-.](?<year>\\d{4})${TIME}`,
  `${DAY}(?<name>${NAMES})\\.? +(?<day>\\d{1,2})(?:st|nd|rd|th)?,? +(?<year>\\d{4})${TIME}`,
  `${DAY}(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -](?<name>${NAMES})[ ,-]+(?<year>\\d{4})${TIME}`,
  `(?<year>\\d{4})[- ](?<name>${NAMES})[- ](?<day>\\d{1,2})${TIME}`,
  '(?<year>\\d{4})-(?<month>\\d{2})',
  `(?<name>${NAMES}),? +(?<year>\\d{4})`,
].map((pattern) => new RegExp(`^\\s*${pattern}\\s*$`, 'i'))

export type Groups = Record<string, string | undefined>

/** The parts of a date in one of the forms known, or undefined. */
export function freeParts(text: string): Groups | undefined {
  const found = FORMS.map((form) => form.exec(text)?.groups).find(Boolean)
  if (!found) return undefined
  const { word, half, hour, minute, year, day = '1' } = found
  if (hour !== undefined && minute === undefined && half === undefined) return undefined
  const century = year?.length === 2 ? (Number(year) < 70 ? '20' : '19') : ''
  const parts: Groups = { ...found, day, year: century + year }
  if (half && (Number(hour) > 12 || Number(hour) < 1)) return undefined
  if (word) parts.hour = word.toLowerCase() === 'noon' ? '12' : '0'
  else if (half) parts.hour = String((Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0))
  return parts
}
