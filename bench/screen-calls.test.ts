import { isMet } from './line'
import { lineOfAction, linesOf, type Opened } from './screen-calls'

const opened = (as: string, calls: Opened['calls'], bytes = 100): Opened => ({
  as,
  calls,
  bytes,
  asksWho: false,
})

test('a page is as bad as the worst who opened it: two calls, and none where one is needed', () => {
  const good = opened('as villager', ['home.get'])
  const twice = opened('as expert', ['home.get', 'inbox.list'])
  const never = opened('as visitor', [])
  expect(linesOf('home', 'home.get', [good, twice]).calls).toMatchObject({ value: 2, target: { exactly: 1 } })
  expect(linesOf('home', 'home.get', [never, good]).calls).toMatchObject({ value: 0 })
  expect(isMet(linesOf('home', 'home.get', [good, never]).calls)).toBe(false)
  expect(isMet(linesOf('home', 'home.get', [good, good]).calls)).toBe(true)
})

test('a page that loads nothing has no call to make', () => {
  const { calls } = linesOf('my/privacy', null, [opened('as villager', [])])
  expect(calls).toMatchObject({ value: 0, target: { exactly: 0 } })
  expect(isMet(linesOf('my/privacy', null, [opened('as villager', ['identity.me'])]).calls)).toBe(false)
})

test('bytes are the most of all, with who that was; 64 KiB is too many', () => {
  const light = opened('as villager', [], 100)
  const heavy = opened('as expert', [], 65_536)
  const { bytes } = linesOf('home', null, [light, heavy, light])
  expect(bytes).toMatchObject({ value: 65_536, note: 'as expert' })
  expect(isMet(bytes)).toBe(false)
})

test('a page that nobody opened is missed', () => {
  const { calls, bytes } = linesOf('new/page', 'home.get', [])
  expect([isMet(calls), isMet(bytes)]).toEqual([false, false])
})

test('an action is counted by what it changes; what the screen loads after it is the screen’s', () => {
  const once = {
    name: 'sign up',
    operation: 'training.enrol',
    calls: ['training.enrol', 'training.get'],
  } as const
  const line = lineOfAction({ ...once, calls: [...once.calls], shows: 1, errors: [] })
  expect(line).toMatchObject({ value: 1, note: 'training.enrol; then shows training.get' })
  const twice = lineOfAction({ ...once, calls: ['training.enrol', 'training.enrol'], shows: 1, errors: [] })
  expect(isMet(twice)).toBe(false)
})
