import { answerFaults } from './answers'
import {
  dateFaults,
  datesOf,
  goesOn,
  nextMeeting,
  nextToBegin,
  numbered,
  remindersOf,
  weeksAhead,
} from './dates'
import { A, B, NOW, training } from './fixtures'
import { fixedChanges, missingIn, planFaults } from './plan-rules'
import { placesIn, regionOf } from './regions'
import { isOpenTo, phaseOf, seatState } from './rules'

const claim = (village: string) => ({ village, reserves: [], priority: 1 })

test('a full village is refused while another village still gets in', () => {
  const full = training({ seatsPerVillage: 2, taken: 2, takenByVillage: { [A]: 2 } })
  expect(seatState(full, claim(A), NOW)).toBe('villageFull')
  expect(seatState(full, claim(B), NOW)).toBe('open')
  // What is released is everybody's.
  expect(seatState({ ...full, releaseAt: NOW.toISOString() }, claim(A), NOW)).toBe('open')
})

test('sign-up closes at its instant, not a moment later; the clock does the rest', () => {
  const at = (time: string) => phaseOf(training(), new Date(time))
  expect(at('2026-11-29T23:59:59.999Z')).toBe('open')
  expect(at('2026-11-30T00:00:00.000Z')).toBe('closed')
  expect(at('2026-12-02T01:00:00.000Z')).toBe('running')
  expect(at('2026-12-02T09:00:00.000Z')).toBe('finished')
  expect(phaseOf(training({ state: 'closed' }), NOW)).toBe('closed')
  expect(phaseOf(training({ state: 'postponed' }), new Date('2027-01-01T00:00:00Z'))).toBe('postponed')
})

test('an empty scope contains nobody, and a prefix contains its villages', () => {
  expect(isOpenTo([{ code: '', name: '' }], A)).toBe(false)
  expect(isOpenTo([{ code: '519921100', name: '' }], A)).toBe(true)
  expect(isOpenTo([{ code: '519921100', name: '' }], B)).toBe(false)
  expect(isOpenTo([{ code: '519921', name: '' }], undefined)).toBe(false)
})

test.each([
  [[A], A],
  [[A, '519921100201'], '519921100'],
  [[A, B], '519921'],
  [['519921', B], '519921'],
  [[A, '519922101204'], ''],
])('the narrowest region of %j is %s', (codes, region) => {
  expect(regionOf(codes)).toBe(region)
  expect(placesIn(region).at(-1) ?? '').toBe(region)
})

const session = (startsAt: string, endsAt: string, id?: string) => ({ startsAt, endsAt, place: '文化站', id })
const MORNING = session('2026-12-02T01:00:00.000Z', '2026-12-02T04:00:00.000Z')

test('sessions come in order, with ids that nobody had before', () => {
  const later = session('2026-12-09T01:00:00.000Z', '2026-12-09T09:00:00.000Z', 's2')
  const sessions = numbered([later, MORNING], [{ ...later, id: 's3' }])
  expect(sessions.map(({ id }) => id)).toEqual(['s4', 's2'])
  expect(datesOf(sessions)).toMatchObject({ startsAt: MORNING.startsAt, endsAt: later.endsAt, days: 2 })
  expect(datesOf(numbered([MORNING], [])).days).toBe(0.5)
})

test('sessions that overlap or end before they begin, and deadlines after the beginning, are named', () => {
  const faults = dateFaults({
    sessions: [session('2026-12-02T02:00:00.000Z', '2026-12-02T01:00:00.000Z'), MORNING],
    signUpClosesAt: '2026-12-03T00:00:00.000Z',
    cancelClosesAt: '2026-12-02T01:00:00.000Z',
    releaseAt: '2026-12-03T00:00:00.000Z',
  })
  expect(Object.keys(faults).sort()).toEqual([
    'releaseAt',
    'sessions.0.endsAt',
    'sessions.0.startsAt',
    'signUpClosesAt',
  ])
})

test('reminders: three days before at nine, and the evening before each run of days at seven, Beijing time', () => {
  const on = (day: string) => ({ ...session(`${day}T01:00:00.000Z`, `${day}T09:00:00.000Z`), id: day })
  expect(remindersOf({ sessions: [on('2026-12-02'), on('2026-12-03'), on('2026-12-09')] })).toEqual([
    '2026-11-29T01:00:00.000Z',
    '2026-12-01T11:00:00.000Z',
    '2026-12-08T11:00:00.000Z',
  ])
  expect(remindersOf({ sessions: [] })).toEqual([])
})

test('a class of several sessions: the next to begin, the one somebody goes to or is at, and nothing after the last', () => {
  const on = (day: string) => ({ ...session(`${day}T01:00:00.000Z`, `${day}T09:00:00.000Z`), id: day })
  const several = datesOf([on('2026-12-07'), on('2026-12-14'), on('2026-12-21')])
  const next = (at: string) => {
    const now = new Date(at)
    return [nextToBegin(several, now), nextMeeting(goesOn(several), now)].map((each) =>
      each?.startsAt.slice(8, 10),
    )
  }
  expect(next('2026-12-06T11:00:00Z')).toEqual(['07', '07'])
  expect(next('2026-12-07T01:00:00Z')).toEqual(['14', '07'])
  expect(next('2026-12-07T09:00:00Z')).toEqual(['14', '14'])
  expect(next('2026-12-21T08:59:00Z')).toEqual([undefined, '21'])
  expect(next('2026-12-21T09:00:00Z')).toEqual([undefined, undefined])
})

test('a copy is the same day of the week, about a year later, and ahead', () => {
  const weeks = weeksAhead('2024-12-02T01:00:00.000Z', NOW) / (7 * 24 * 3_600_000)
  expect(weeks).toBe(104)
  expect(weeksAhead('2027-01-01T01:00:00.000Z', NOW) / (7 * 24 * 3_600_000)).toBe(52)
})

test('what a class lacks is told field by field, and what people relied on is not changed in passing', () => {
  expect(missingIn(training(), NOW)).toEqual({})
  const draft = training({ sessions: [], teachers: [], contact: '', signUpClosesAt: NOW.toISOString() })
  expect(Object.keys(missingIn(draft, NOW)).sort()).toEqual([
    'contact',
    'sessions',
    'signUpClosesAt',
    'teacherIds',
  ])
  expect(fixedChanges(training(), training({ about: '改了', bring: '胶鞋' }))).toEqual([])
  expect(fixedChanges(training(), training({ seats: 9, openTo: [{ code: A, name: '村' }] }))).toEqual([
    'openTo',
    'seats',
  ])
})

test('a question offers each choice once', () => {
  const question = { id: 'food', label: '吃什么', kind: 'choice' as const, required: true }
  const faults = (options: string[]) =>
    planFaults({ seats: 1, reserved: [], sessions: [], questions: [{ ...question, options }] } as never)
  expect(faults(['米饭', '清真'])).toEqual({})
  expect(faults(['米饭', '米饭'])).toEqual({ 'plan.questions.0.options': expect.any(String) })
})

test('answers are of the kind that was asked for, and required where they are', () => {
  const questions = [
    { id: 'food', label: '吃什么', kind: 'choice' as const, options: ['米饭', '清真'], required: true },
    { id: 'age', label: '几岁', kind: 'number' as const, required: false },
    { id: 'stay', label: '住不住', kind: 'yesNo' as const, required: true },
  ]
  expect(
    answerFaults(questions, [
      { question: 'food', value: '清真' },
      { question: 'stay', value: false },
    ]),
  ).toEqual({})
  expect(
    Object.keys(
      answerFaults(questions, [
        { question: 'food', value: '面' },
        { question: 'age', value: '四十' },
        { question: 'colour', value: '红' },
      ]),
    ).sort(),
  ).toEqual(['answers.age', 'answers.colour', 'answers.food', 'answers.stay'])
})
