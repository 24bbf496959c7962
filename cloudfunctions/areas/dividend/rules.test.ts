import fc from 'fast-check'
import type { RearingContract } from './documents'
import { dueDay, endsOn, isOverdue, receivedFen, scheduleOf, yearsAfter } from './rules'

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
})

test('each due day lies inside its contract year, and the schedule sums to the term’s dividends', () => {
  const day = fc
    .date({
      min: new Date('2015-01-01T00:00:00Z'),
      max: new Date('2035-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 12 }), (startsOn, termYears) => {
      const terms = contract({ startsOn, termYears })
      for (let year = 1; year <= termYears; year++) {
        const due = dueDay(terms, year)
        expect(due >= yearsAfter(startsOn, year - 1) && due < yearsAfter(startsOn, year)).toBe(true)
      }
      const items = scheduleOf(terms)
      expect(items).toHaveLength(3 * termYears)
      expect(receivedFen(items.map((item) => ({ ...item, state: 'confirmed' as const })))).toBe(
        100_000 * termYears,
      )
      expect(receivedFen(items)).toBe(0)
    }),
  )
})

test('an item is overdue from the day after, by Beijing’s calendar', () => {
  const item = { state: 'due' as const, dueOn: '2026-12-20' }
  expect(isOverdue(item, new Date('2026-12-20T15:59:59Z'))).toBe(false)
  expect(isOverdue(item, new Date('2026-12-20T16:00:00Z'))).toBe(true)
  expect(isOverdue({ ...item, state: 'confirmed' }, new Date('2027-01-01T00:00:00Z'))).toBe(false)
})
