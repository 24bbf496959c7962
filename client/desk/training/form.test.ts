import { PLAN } from '../../../tests/system/samples'
import { begunBy } from './begun'
import { dayLater, moved, nextSession, usualDeadlines } from './dates'
import { EMPTY, formOf, NO_MOMENT, type PlanForm, type Planned } from './form'
import { plainNames, problemsOf, STEPS, stepWith } from './steps'
import { sessionWords, stepWords } from './summary'
import { instantOf, optionsOf, planOf, problemsIn, quotasTold } from './told'
import { isChosen, placesWords, toggled } from './tree'

const NOW = Date.parse('2026-11-24T02:00:00Z')
const COUNTY = { code: '519921', name: '云岭县' }
const TOWNSHIP = { code: '519921100', name: '青石乡' }
const VILLAGE = { code: '519921100200', name: '李家湾村' }

/** The sample plan as the server gives it to who plans it. */
const planned = (some: Partial<Planned['plan']> = {}): Planned => ({
  classId: 'class-1',
  version: 3,
  phase: 'draft',
  places: [COUNTY, VILLAGE],
  counts: { seats: 10, taken: 0, held: 0, waiting: 0 },
  toDecide: 0,
  toFinish: false,
  plan: {
    ...(PLAN as Required<typeof PLAN>),
    people: [],
    materials: [{ name: '讲义', file: 'cloud://env.x/uploads/a/b.pdf' }],
    cover: 'cloud://env.x/uploads/a/b.png',
    teachers: [{ id: 'expert-1', name: '罗桂兰', title: '研究员' }],
    reserved: [{ id: 'kept', name: '预留', seats: 2, people: 'assisted', regions: [VILLAGE.code] }],
    ...some,
  } as Planned['plan'],
})
/** Instants however they are written. */
const sameTimes = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, each) =>
    typeof each === 'string' && /^\d{4}-.*Z$/.test(each) ? new Date(each).toISOString() : each,
  )

test('a plan that is shown and sent again is the same plan, every field of it', () => {
  const { teachers: _, ...plan } = planned().plan
  const form = formOf(planned())
  expect(problemsIn(form)).toEqual({})
  expect(planOf(form)).toEqual(sameTimes(plan))
  const plain = planned({
    minAge: undefined,
    onceInYears: undefined,
    seatsPerVillage: undefined,
    releaseAt: undefined,
  })
  const told = planOf(formOf(plain))
  for (const field of ['minAge', 'onceInYears', 'seatsPerVillage', 'releaseAt'])
    expect(told).not.toHaveProperty(field)
})

test('times are Beijing’s, whatever the phone says', () => {
  const { sessions, signUpCloses } = formOf(planned())
  expect(sessions[0]).toMatchObject({ day: '2030-01-01', from: '09:00', until: '17:00' })
  expect(signUpCloses).toEqual({ day: '2029-12-31', time: '09:00' })
  expect(instantOf({ day: '2026-12-01', time: '00:30' })).toBe('2026-11-30T16:30:00.000Z')
  expect(instantOf(NO_MOMENT)).toBeUndefined()
})

test('what cannot be sent is told beside its field', () => {
  const wrong: PlanForm = {
    ...EMPTY,
    seats: '四十',
    seatsPerVillage: '2.5',
    minAge: '5',
    sessions: [nextSession([])],
    reserved: [{ id: 'r', name: '', seats: '', places: [] }],
    questions: [{ id: 'q', label: '吃什么', kind: 'choice', options: '米饭', required: true }],
  }
  expect(Object.keys(problemsIn(wrong)).sort()).toEqual(
    [
      'kind',
      'topic',
      'seats',
      'seatsPerVillage',
      'minAge',
      'sessions.0.startsAt',
      'reserved.0.seats',
      'questions.0.options',
    ].sort(),
  )
  expect(problemsIn({ ...EMPTY, kind: 'class', topic: 'fruit', seats: '' })).toEqual({
    seats: expect.any(String),
  })
})

test('quotas left empty are none; choices are read with any comma', () => {
  const { seats, seatsPerVillage, seatsPerTownship, reserved, release } = EMPTY
  expect(quotasTold({ seats, seatsPerVillage, seatsPerTownship, reserved, release })).toEqual({
    seats: 40,
    reserved: [],
  })
  expect(optionsOf('普通餐、 清真餐,素餐，')).toEqual(['普通餐', '清真餐', '素餐'])
})

test('every field of a plan belongs to a step, and what is wrong leads there', () => {
  const { reserved: _, ...rest } = PLAN
  for (const field of [...Object.keys(rest), 'reserved', 'people', 'materials', 'cover'])
    expect([field, STEPS.filter((step) => problemsOf(step, { [field]: '错了' }).length > 0)]).toEqual([
      field,
      [expect.any(String)],
    ])
  const problems = plainNames({ 'plan.sessions.0.endsAt': '下课要晚于上课', 'plan.seats': '至少 1 个' })
  expect(stepWith(problems, 'seats')).toBe('seats')
  expect(stepWith(problems, 'basic')).toBe('when')
  expect(stepWith({}, 'basic')).toBeUndefined()
  // A field whose name only begins like another's is another's.
  expect(problemsOf('seats', { seatsPerVillage: '多了' })).toEqual(['多了'])
})

test('a new class begins with the desk’s own region, or with the teacher', () => {
  const person = { id: 'p', name: '罗桂兰', village: VILLAGE.code, place: '青石乡' }
  const bureau = { role: 'bureau', scope: '519921', scopeName: '云岭县' } as const
  expect(begunBy({ person, roles: [bureau] })).toMatchObject({ places: [COUNTY], teachers: [] })
  const expert = { role: 'expert', scope: 'expert-1', scopeName: '专家' } as const
  expect(begunBy({ person, roles: [expert] })).toMatchObject({
    teachers: [{ id: 'expert-1', name: '罗桂兰' }],
    places: [{ code: '519921' }],
  })
  expect(begunBy({ roles: [] })).toEqual(EMPTY)
})

test('all days of a class move together, over the end of a month; a day that was not chosen stays so', () => {
  const { sessions, signUpCloses, cancelCloses } = formOf(planned())
  const later = moved({ sessions, signUpCloses, cancelCloses, release: NO_MOMENT }, 7)
  expect([later.sessions[0]?.day, later.signUpCloses.day, later.release.day]).toEqual([
    '2030-01-08',
    '2030-01-07',
    '',
  ])
  expect(dayLater('2028-02-28', 1)).toBe('2028-02-29')
  expect(moved(later, -7).sessions).toEqual(sessions)
})

test('a further meeting is the next day, and a new one; the usual deadlines go by the first', () => {
  const { sessions } = formOf(planned({ sessions: [{ ...planned().plan.sessions[0]!, id: 's1' }] }))
  expect(nextSession(sessions)).toMatchObject({ day: '2030-01-02', from: '09:00', place: '文化站' })
  expect(nextSession(sessions)).not.toHaveProperty('id')
  expect(usualDeadlines([nextSession(sessions), ...sessions])).toEqual({
    signUpCloses: { day: '2029-12-30', time: '18:00' },
    cancelCloses: { day: '2029-12-31', time: '18:00' },
  })
  expect(usualDeadlines([nextSession([])])).toBeUndefined()
})

test('a larger place takes the place of those in it, a smaller one of that it lies in', () => {
  expect(toggled([VILLAGE], TOWNSHIP)).toEqual([TOWNSHIP])
  expect(toggled([COUNTY], VILLAGE)).toEqual([VILLAGE])
  expect(toggled([TOWNSHIP], TOWNSHIP)).toEqual([])
  const other = { code: '519921101', name: '高桥镇' }
  expect(toggled([other], VILLAGE)).toEqual([other, VILLAGE])
  expect([isChosen([TOWNSHIP], VILLAGE.code), isChosen([VILLAGE], TOWNSHIP.code)]).toEqual([true, false])
  expect(placesWords([COUNTY])).toBe('云岭县')
  expect(placesWords([VILLAGE, VILLAGE, VILLAGE, VILLAGE, VILLAGE])).toContain('等 5 个地方')
})

test('the overview tells each step in a few lines and leaves out what is empty', () => {
  const form = formOf(planned())
  expect(stepWords('basic', form, NOW)).toEqual([
    '修剪班 · 技能培训 · 特色水果 · 冬剪',
    '老师：罗桂兰',
    '讲：怎么剪',
  ])
  expect(stepWords('when', form, NOW)[0]).toBe('2030 年 1 月 1 日 星期二 9:00 到 17:00 · 文化站')
  expect(stepWords('who', form, NOW)).toEqual(['面向：云岭县', '不分什么人 · 满 16 岁 · 一年只能上一次'])
  expect(stepWords('seats', form, NOW)[0]).toBe('一共 10 个 · 每村 2 个 · 每乡镇 5 个')
  expect(stepWords('ask', EMPTY, NOW)).toEqual(['不另外问'])
  expect(stepWords('files', form, NOW)).toEqual(['有封面 · 资料 1 份'])
  expect(stepWords('when', EMPTY, NOW)).toEqual([])
  expect(sessionWords(nextSession([]), NOW)).toBe('还没选哪一天 · 还没写在哪里')
})
