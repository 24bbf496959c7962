import fc from 'fast-check'
import type { RearingContract } from './documents'
import { currentYear, dueDay, endsOn, isOverdue, receivedFen, scheduleOf, yearsAfter } from './rules'

const contract = (some: Partial<RearingContract> = {}): RearingContract =>
  ({
    _id: 'c',
    startsOn: '2024-07-01',
    termYears: 3,
    payBy: '12-20',
    annualFen: 100_000,
    premiumFen: 21_600,
    ...some,
  }) as RearingContract

test('three years from 1 July 2024 are due on 20 December of 2024, 2025 and 2026, and end on 1 July 2027', () => {
  expect([1, 2, 3].map((year) => dueDay(contract(), year))).toEqual([
    '2024-12-20',
    '2025-12-20',
    '2026-12-20',
  ])
  expect(endsOn(contract())).toBe('2027-07-01')
})

test('a contract that starts after the pay-by day is first due the next calendar year', () => {
  expect(dueDay(contract({ startsOn: '2024-12-21' }), 1)).toBe('2025-12-20')
  expect(dueDay(contract({ startsOn: '2024-12-20' }), 1)).toBe('2024-12-20')
})

test('29 February becomes 28 February', () => {
  expect(yearsAfter('2024-02-29', 1)).toBe('2025-02-28')
  expect([1, 2].map((year) => dueDay(contract({ startsOn: '2024-01-01', payBy: '02-29' }), year))).toEqual([
    '2024-02-29',
    '2025-02-28',
  ])
})

test('a year that began on 29 February has no 28th, so what is due on the 28th is due on its last day', () => {
  const terms = contract({ startsOn: '2024-02-29', payBy: '02-28' })
  expect([1, 2].map((year) => dueDay(terms, year))).toEqual(['2025-02-27', '2025-02-28'])
})

const days = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
const startsOn = fc.oneof(
  days('2015-01-01', '2035-12-31'),
  fc.constantFrom('2020-02-29', '2024-02-29', '2024-02-28', '2024-03-01', '2025-02-28'),
)
// 2024 has every MM-DD there is.
const payBy = fc.oneof(
  days('2024-01-01', '2024-12-31').map((day) => day.slice(5)),
  fc.constantFrom('02-28', '02-29', '03-01'),
)

test('each due day is a real day inside its contract year, and the schedule sums to the term’s dividends', () => {
  fc.assert(
    fc.property(startsOn, payBy, fc.integer({ min: 1, max: 12 }), (starts, pays, termYears) => {
      const terms = contract({ startsOn: starts, payBy: pays, termYears })
      for (let year = 1; year <= termYears; year++) {
        const due = dueDay(terms, year)
        expect(new Date(`${due}T00:00:00Z`).toISOString().slice(0, 10)).toBe(due)
        expect(due >= yearsAfter(starts, year - 1) && due < yearsAfter(starts, year)).toBe(true)
      }
      const items = scheduleOf(terms)
      expect(new Set(items.map((item) => item._id)).size).toBe(3 * termYears)
      expect(receivedFen(items.map((item) => ({ ...item, state: 'confirmed' as const })))).toBe(
        100_000 * termYears,
      )
      expect(receivedFen(items)).toBe(0)
    }),
  )
})

test('contract years follow each other without a gap or an overlap, up to the day the contract ends', () => {
  fc.assert(
    fc.property(startsOn, fc.integer({ min: 1, max: 12 }), (starts, termYears) => {
      const firsts = Array.from({ length: termYears + 1 }, (_, year) => yearsAfter(starts, year))
      expect([...firsts].sort()).toEqual(firsts)
      expect(new Set(firsts).size).toBe(termYears + 1)
      expect(firsts.at(-1)).toBe(endsOn(contract({ startsOn: starts, termYears })))
    }),
  )
})

test('the year shown is Beijing’s: 2027 begins there while the clock still says 2026', () => {
  expect(currentYear(new Date('2026-12-31T15:59:59Z'))).toBe(2026)
  expect(currentYear(new Date('2026-12-31T16:00:00Z'))).toBe(2027)
})

test('an item is overdue from the day after, by Beijing’s calendar', () => {
  const item = { state: 'due' as const, dueOn: '2026-12-20' }
  expect(isOverdue(item, new Date('2026-12-20T15:59:59Z'))).toBe(false)
  expect(isOverdue(item, new Date('2026-12-20T16:00:00Z'))).toBe(true)
  expect(isOverdue({ ...item, state: 'confirmed' }, new Date('2027-01-01T00:00:00Z'))).toBe(false)
})
