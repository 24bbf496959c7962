import fc from 'fast-check'
import { counted, rateUntil, sumOf } from './rules'

const END = '2026-05-15T09:00:00.000Z'
const later = (days: number) => new Date(Date.parse(END) + days * 24 * 3_600_000)
const training = { endsAt: END, state: 'published' as const }
const attended = { state: 'attended' as const }

test('who attended rates for thirty days from the end, and changes it for seven', () => {
  expect(rateUntil(training, attended, null, later(-0.1))).toBeUndefined()
  expect(rateUntil(training, attended, null, later(0))).toBe(later(30).toISOString())
  expect(rateUntil(training, attended, null, later(30))).toBeUndefined()
  const rated = { firstAt: later(2).toISOString() }
  expect(rateUntil(training, attended, rated, later(8.9))).toBe(later(9).toISOString())
  expect(rateUntil(training, attended, rated, later(9))).toBeUndefined()
  expect(rateUntil(training, attended, { firstAt: later(29).toISOString() }, later(29))).toBe(
    later(30).toISOString(),
  )
})

test('a class that was closed early can be rated; who was not there, and one that did not take place, cannot', () => {
  expect(rateUntil({ ...training, state: 'finished' }, attended, null, later(-1))).toBeDefined()
  expect(rateUntil(training, { state: 'absent' }, null, later(1))).toBeUndefined()
  expect(rateUntil(training, null, null, later(1))).toBeUndefined()
  expect(rateUntil({ ...training, state: 'cancelled' }, attended, null, later(1))).toBeUndefined()
})

test('however often they change, everybody counts once', () => {
  const act = fc.record({ who: fc.nat(4), stars: fc.integer({ min: 1, max: 5 }) })
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const last = new Map<number, number>()
      let byStars: number[] = []
      for (const { who, stars } of acts) {
        byStars = counted(byStars, stars, last.get(who))
        last.set(who, stars)
      }
      const given = [...last.values()]
      expect(sumOf(byStars).count).toBe(given.length)
      expect(byStars.every((each) => each >= 0)).toBe(true)
      const average = given.reduce((sum, each) => sum + each, 0) / given.length
      if (given.length > 0) expect(sumOf(byStars).average).toBeCloseTo(average, 0)
    }),
  )
})
