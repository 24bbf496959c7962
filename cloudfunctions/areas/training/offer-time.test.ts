import { calendarOf, USUAL_HOURS } from '../calendar/rules'
import { training } from './fixtures'
import { offerUntil, rests, untilAfterChange } from './offer-time'

/** Friday afternoon, an hour before the offices close; Monday morning. */
const FRIDAY = new Date('2026-11-27T09:00:00.000Z')
const MONDAY = '2026-11-30T01:00:00.000Z'
const USUAL = calendarOf([{ _id: '2026', holidays: [], workdays: [], hours: USUAL_HOURS, version: 1 }])
const changed = (resumed?: string) =>
  training({
    claimHours: 2,
    change: 3,
    tell: { kind: 'changed', reason: '下雪', ...(resumed ? { resumed } : {}) },
  })

test('an offer has its working hours, and none beyond the beginning of the class', () => {
  expect(offerUntil({ claimHours: 2, startsAt: '2026-12-02T01:00:00.000Z' }, FRIDAY, USUAL)).toBe(
    '2026-11-30T02:00:00.000Z',
  )
  expect(offerUntil({ claimHours: 2, startsAt: MONDAY }, FRIDAY, USUAL)).toBe(MONDAY)
})

test('its clock stands still while the class is put off, and until its person knows of the new date', () => {
  expect(rests(training({ state: 'postponed' }), {})).toBe(true)
  expect(rests(changed(MONDAY), { change: 2 })).toBe(true)
  expect(rests(changed(MONDAY), { change: 3 })).toBe(false)
  expect(rests(changed(), { change: 2 })).toBe(false)
})

test('a class that is on again gives the hours anew; another change leaves them, but for an earlier beginning', () => {
  const offer = { id: 'o', until: '2026-11-27T10:00:00.000Z' }
  expect(untilAfterChange(changed(MONDAY), offer, USUAL, FRIDAY)).toBe('2026-11-30T03:00:00.000Z')
  expect(untilAfterChange(changed(MONDAY), { id: 'o' }, USUAL, FRIDAY)).toBe('2026-11-30T03:00:00.000Z')
  // Offered since it is on again.
  const later = { id: 'o', until: '2026-11-30T06:30:00.000Z' }
  expect(untilAfterChange(changed(MONDAY), later, USUAL, FRIDAY)).toBe(later.until)
  expect(untilAfterChange(changed(), offer, USUAL, FRIDAY)).toBe(offer.until)
  const sooner = { ...changed(), startsAt: '2026-11-27T09:30:00.000Z' }
  expect(untilAfterChange(sooner, offer, USUAL, FRIDAY)).toBe(sooner.startsAt)
})
