import type { TrainingClass } from './documents'
import { claimOf, hadOne, type Who, whoMayNotCome } from './eligible'
import { A, B, NOW, row, training } from './fixtures'

const who = (some: Partial<Who> = {}): Who => ({
  id: 'person-1',
  village: A,
  birthYear: 1970,
  kinds: [],
  ...some,
})
const codeFor = (some: Partial<TrainingClass>, person = who(), history = [row()]) =>
  whoMayNotCome(training(some), person, history, NOW)?.code ?? 'welcome'

test.each<[string, Partial<TrainingClass>, string]>([
  ['anybody', {}, 'welcome'],
  ['a class that is called off', { state: 'cancelled', reason: '下雨' }, 'CLASS_CANCELLED'],
  ['one that is put off', { state: 'postponed' }, 'CLASS_POSTPONED'],
  ['one whose sign-up is over', { state: 'closed' }, 'SIGN_UP_CLOSED'],
  ['one of another township', { openTo: [{ code: '519921101', name: '云岭镇' }] }, 'NOT_ELIGIBLE'],
  ['one for other people', { people: ['informant'] }, 'NOT_FOR_YOU'],
  ['one for the old', { minAge: 57 }, 'TOO_YOUNG'],
  ['one for those of an age', { minAge: 56 }, 'welcome'],
  ['another of its kind this year', { onceInYears: 1 }, 'HAD_ONE'],
  ['another kind this year', { onceInYears: 1, kind: 'skill' }, 'welcome'],
])('%s', (_, some, code) => {
  expect(codeFor(some)).toBe(code)
})

test('a refusal says exactly why', () => {
  const sentence = (some: Partial<TrainingClass>) =>
    whoMayNotCome(training(some), who(), [row()], NOW)?.sentence
  expect(sentence({ state: 'cancelled', reason: '下雨' })).toContain('下雨')
  expect(sentence({ openTo: [{ code: '519921101', name: '云岭镇' }] })).toContain('云岭镇')
  expect(sentence({ minAge: 60 })).toContain('60')
  expect(sentence({ onceInYears: 1 })).toContain('果树班')
  // What kind of people a class is for is never told to who is none of them.
  expect(sentence({ people: ['assisted'] })).toBeUndefined()
})

test('calendar years count, in both directions, and what was given up does not', () => {
  const of = (startsAt: string, state = 'attended' as const) => [row({ startsAt, state })]
  expect(hadOne(training({ onceInYears: 1 }), of('2025-12-31T15:59:59.000Z'))).toBeUndefined()
  // 2026-01-01 in Beijing.
  expect(hadOne(training({ onceInYears: 1 }), of('2025-12-31T16:00:00.000Z'))).toBeDefined()
  expect(hadOne(training({ onceInYears: 2 }), of('2025-03-01T00:00:00.000Z'))).toBeDefined()
  expect(hadOne(training({ onceInYears: 2 }), of('2027-03-01T00:00:00.000Z'))).toBeDefined()
  expect(hadOne(training({ onceInYears: 2 }), of('2024-03-01T00:00:00.000Z'))).toBeUndefined()
  expect(hadOne(training({ onceInYears: 1 }), [row({ state: 'cancelled' })])).toBeUndefined()
  expect(hadOne(training(), [row()])).toBeUndefined()
})

test('a reserve is for its people or its places, and the line’s rule says who comes early', () => {
  const reserved = [
    { id: 'kept', name: '预留', seats: 1, people: 'assisted' as const },
    { id: 'far', name: '远村', seats: 1, regions: ['519921101'] },
    { id: 'both', name: '远村预留', seats: 1, people: 'assisted' as const, regions: ['519921101'] },
  ]
  const claim = (person: Who, waitlist: TrainingClass['waitlist'], history = [row()]) =>
    claimOf(training({ reserved, waitlist }), person, history)
  const assisted = who({ kinds: ['assisted'], village: B })
  expect(claim(assisted, 'priority')).toEqual({ village: B, reserves: ['kept', 'far', 'both'], priority: 0 })
  expect(claim(who(), 'priority')).toEqual({ village: A, reserves: [], priority: 1 })
  expect(claim(assisted, 'order').priority).toBe(1)
  expect(claim(who(), 'newcomers').priority).toBe(1)
  expect(claim(who(), 'newcomers', []).priority).toBe(0)
})
