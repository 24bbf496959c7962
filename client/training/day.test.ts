import type { ClassDetail } from '../../contract/training'
import { dayLinksOf, sessionNow } from './day'

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

test('the session is today’s, else the next, else the last', () => {
  expect(sessionNow(sessions, TODAY)?.id).toBe('s1')
  expect(sessionNow(sessions, at('2026-12-02T23:59:00+08:00'))?.id).toBe('s1')
  expect(sessionNow(sessions, at('2026-12-03T00:00:00+08:00'))?.id).toBe('s2')
  expect(sessionNow(sessions, at('2026-12-09T00:00:00+08:00'))?.id).toBe('s2')
  expect(sessionNow([], TODAY)).toBeUndefined()
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
  expect(dayLinksOf(training({ phase: 'cancelled' }), who('bureau'), false, TODAY)).toEqual(none)
})
