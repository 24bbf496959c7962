import type { ClassDetail } from '../../contract/training'
import { dayLinksOf, dayQuery, sessionNow } from './day'

const session = (id: string, day: string) => ({
  id,
  startsAt: `${day}T01:00:00.000Z`,
  endsAt: `${day}T09:00:00.000Z`,
  place: '文化站',
})
const sessions = [session('s1', '2026-12-02'), session('s2', '2026-12-05')]
const at = (text: string) => Date.parse(text)
const TODAY = at('2026-12-02T00:00:00+08:00')
type Asked = Parameters<typeof dayLinksOf>[0]
const training = (some: Partial<Asked> = {}): Asked => ({
  sessions,
  phase: 'running',
  teachers: [{ name: '李老师', title: '农艺师' }],
  ...some,
})
const mine = (state: NonNullable<ClassDetail['mine']>['state']) => ({
  state,
  needsConfirm: false,
  answers: [],
})
const who = (role: string, name = '王秀英') =>
  ({ roles: [{ role }], person: { id: 'p', name, place: '' } }) as unknown as Parameters<typeof dayLinksOf>[1]

test('the session is the one that goes on or begins next today, else the last that has begun, else the first', () => {
  expect(sessionNow(sessions, at('2026-12-01T12:00:00+08:00'))?.id).toBe('s1')
  expect(sessionNow(sessions, TODAY)?.id).toBe('s1')
  expect(sessionNow(sessions, at('2026-12-02T23:59:00+08:00'))?.id).toBe('s1')
  // Yesterday's list is what there is to do; tomorrow's is not begun.
  expect(sessionNow(sessions, at('2026-12-03T00:00:00+08:00'))?.id).toBe('s1')
  expect(sessionNow(sessions, at('2026-12-05T00:00:00+08:00'))?.id).toBe('s2')
  expect(sessionNow(sessions, at('2026-12-09T00:00:00+08:00'))?.id).toBe('s2')
  expect(sessionNow([], TODAY)).toBeUndefined()
})

const twice = [
  { id: 's7', startsAt: '2026-12-02T06:00:00.000Z', endsAt: '2026-12-02T09:00:00.000Z' },
  { id: 's3', startsAt: '2026-12-02T01:00:00.000Z', endsAt: '2026-12-02T03:00:00.000Z' },
]

test('of two sessions on one day it is the second once the first is over, in whatever order they were written', () => {
  expect(sessionNow(twice, at('2026-12-02T08:00:00+08:00'))?.id).toBe('s3')
  expect(sessionNow(twice, at('2026-12-02T10:59:00+08:00'))?.id).toBe('s3')
  expect(sessionNow(twice, at('2026-12-02T11:00:00+08:00'))?.id).toBe('s7')
  expect(sessionNow(twice, at('2026-12-02T20:00:00+08:00'))?.id).toBe('s7')
})

test('the code’s screen is told of the sessions of the day only where there are several', () => {
  expect(dayQuery('c', sessions, TODAY)).toBe('id=c&session=s1')
  expect(dayQuery('c', twice, TODAY)).toBe(
    `id=c&session=s3&today=1.s7.${at(twice[0]!.startsAt)}_2.s3.${at(twice[1]!.startsAt)}`,
  )
})

test('between two sessions one can still check in to come, and yesterday’s list is there', () => {
  const between = at('2026-12-03T12:00:00+08:00')
  expect(dayLinksOf(training({ mine: mine('attended') }), who('bureau'), false, between)).toEqual({
    mine: true,
    code: false,
    list: true,
  })
})

test('who has a seat checks in, who teaches shows the code, an informant has the list; each on its day', () => {
  const none = { mine: false, code: false, list: false }
  expect(dayLinksOf(training({ mine: mine('enrolled') }), who('villager'), false, TODAY)).toEqual({
    ...none,
    mine: true,
  })
  expect(dayLinksOf(training({ mine: mine('waiting') }), who('villager'), false, TODAY)).toEqual(none)
  expect(dayLinksOf(training(), who('expert', '李老师'), false, TODAY)).toEqual({
    ...none,
    code: true,
    list: true,
  })
  expect(dayLinksOf(training(), who('expert'), false, TODAY)).toEqual(none)
  expect(dayLinksOf(training(), who('informant'), false, TODAY)).toEqual({ ...none, list: true })
  expect(dayLinksOf(training(), who('informant'), true, TODAY)).toEqual(none)
  const before = at('2026-12-01T12:00:00+08:00')
  expect(dayLinksOf(training({ mine: mine('enrolled') }), who('bureau'), false, before)).toEqual({
    ...none,
    mine: true,
  })
  const after = at('2026-12-07T12:00:00+08:00')
  expect(dayLinksOf(training({ mine: mine('attended') }), who('bureau'), false, after)).toEqual({
    ...none,
    list: true,
  })
  // Where it may be closed, the desk's page knows.
  expect(dayLinksOf(training({ phase: 'finished' }), who('bureau'), false, TODAY).code).toBe(false)
  expect(dayLinksOf(training({ phase: 'cancelled' }), who('bureau'), false, TODAY)).toEqual(none)
})
