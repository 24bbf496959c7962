import fc from 'fast-check'
import { dayOf } from '../../../contract/time'
import { CALENDAR_YEARS } from '../../../demo/calendar'
import {
  addWorkingHours,
  calendarOf,
  isWorkday,
  USUAL_HOURS,
  workingHoursBetween,
  yearFaults,
  yearsWithout,
} from './rules'

const calendar = calendarOf(CALENDAR_YEARS)
const at = (beijing: string) => new Date(`${beijing}+08:00`)
const plus = (beijing: string, hours: number) => addWorkingHours(at(beijing), hours, calendar)

test.each([
  ['a Friday afternoon runs into Monday', '2026-11-20T17:00:00', 2, '2026-11-23T10:00:00'],
  ['lunch does not count', '2026-11-23T11:30:00', 1, '2026-11-23T14:30:00'],
  ['the end of a stretch still belongs to it', '2026-11-23T11:00:00', 1, '2026-11-23T12:00:00'],
  ['before hours is when they begin', '2026-11-23T03:00:00', 0, '2026-11-23T09:00:00'],
  ['a holiday is skipped', '2026-09-30T17:00:00', 2, '2026-10-08T10:00:00'],
  ['a Saturday that is worked counts', '2026-10-09T17:00:00', 2, '2026-10-10T10:00:00'],
  [
    'the Spring Festival, with the Saturday before it worked',
    '2026-02-14T17:30:00',
    1,
    '2026-02-24T09:30:00',
  ],
])('%s', (_, from, hours, until) => {
  expect(plus(from, hours)).toEqual(at(until))
})

test('a year nobody has entered goes by Monday to Friday, and is told', () => {
  expect(addWorkingHours(at('2028-09-29T17:00:00'), 2, calendar)).toEqual(at('2028-10-02T10:00:00'))
  expect(yearsWithout(at('2026-12-31T00:00:00'), at('2028-01-01T00:00:00'), calendar)).toEqual([2027, 2028])
  expect(yearsWithout(at('2026-01-01T00:00:00'), at('2026-12-31T23:00:00'), calendar)).toEqual([])
})

const instant = fc
  .integer({ min: Date.parse('2025-01-01T00:00:00Z'), max: Date.parse('2028-12-31T00:00:00Z') })
  .map((time) => new Date(time))
/** In minutes, so that sums are exact. */
const hours = fc.integer({ min: 0, max: 60 * 120 }).map((minutes) => minutes / 60)

test('adding is monotone in both, and additive', () => {
  fc.assert(
    fc.property(instant, instant, hours, hours, (one, other, a, b) => {
      const [early, late] = one <= other ? [one, other] : [other, one]
      const add = (from: Date, h: number) => addWorkingHours(from, h, calendar).getTime()
      expect(add(early, a)).toBeLessThanOrEqual(add(late, a))
      expect(add(early, Math.min(a, b))).toBeLessThanOrEqual(add(early, Math.max(a, b)))
      expect(add(new Date(add(early, a)), b)).toBe(add(early, a + b))
    }),
  )
})

test('what was added is what lies between, and it never ends outside working hours', () => {
  fc.assert(
    fc.property(instant, hours, (from, h) => {
      const until = addWorkingHours(from, h, calendar)
      expect(until.getTime()).toBeGreaterThanOrEqual(from.getTime())
      expect(workingHoursBetween(from, until, calendar)).toBeCloseTo(h, 6)
      expect(isWorkday(dayOf(until), calendar)).toBe(true)
      const clock = (until.getTime() + 8 * 3_600_000) % (24 * 3_600_000)
      const within = USUAL_HOURS.some(({ from, until }) => {
        const [begin, end] = [from, until].map((each) => Number(each.slice(0, 2)) * 3_600_000)
        return begin! <= clock && clock <= end!
      })
      expect(within).toBe(true)
    }),
  )
})

test('hours between add up', () => {
  fc.assert(
    fc.property(fc.tuple(instant, instant, instant), (instants) => {
      const [a, b, c] = [...instants].sort((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date]
      const between = (from: Date, until: Date) => workingHoursBetween(from, until, calendar)
      expect(between(a, b) + between(b, c)).toBeCloseTo(between(a, c), 6)
    }),
    { numRuns: 30 },
  )
})

test('a year that cannot be is refused field by field', () => {
  expect(
    yearFaults(2027, {
      holidays: [
        { name: '元旦', from: '2027-01-03', until: '2027-01-01' },
        { name: '元旦', from: '2026-12-31', until: '2027-01-01' },
      ],
      workdays: ['2026-01-01'],
      hours: [
        { from: '09:00', until: '12:00' },
        { from: '11:00', until: '10:00' },
      ],
    }),
  ).toEqual({
    'holidays.0.until': expect.any(String),
    'holidays.1.from': expect.any(String),
    'workdays.0': expect.any(String),
    'hours.1.until': expect.any(String),
  })
})
