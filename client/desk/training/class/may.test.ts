import { PHASES } from '../../../../contract/training'
import { actsOf, mainOf, mayFinish, sessionsLeft, signUpIsOver } from './may'

test.each(PHASES)('%s: one main thing to do, which is not offered twice; never a dead end', (phase) => {
  const main = mainOf(phase, false)
  expect(main).toBeTruthy()
  expect(actsOf(phase, false)).not.toContain(main)
  expect([main, ...actsOf(phase, false)]).toContain('copy')
})

test('what is over cannot be called off any more, nor what was called off', () => {
  for (const phase of ['finished', 'cancelled'] as const) expect(actsOf(phase, false)).not.toContain('cancel')
  for (const phase of ['draft', 'open', 'closed', 'postponed', 'running'] as const)
    expect(actsOf(phase, false)).toContain('cancel')
})

test('a class that is over by its dates is to be closed first', () => {
  expect(mainOf('finished', true)).toBe('finish')
  expect(actsOf('finished', true)).toEqual(['copy'])
})

test('sign-up that was stopped can be opened again; what ended by its time only with another deadline', () => {
  const now = Date.parse('2026-12-01T00:00:00Z')
  expect(signUpIsOver('closed', '2026-12-01T00:00:00Z', now)).toBe(true)
  expect(signUpIsOver('closed', '2026-12-01T00:01:00Z', now)).toBe(false)
  expect(signUpIsOver('running', '2026-11-01T00:00:00Z', now)).toBe(false)
  expect(actsOf('closed', false)).toContain('reopen')
  expect(actsOf('closed', false, { timeIsUp: true })).not.toContain('reopen')
  expect(actsOf('closed', false, { timeIsUp: true })).toContain('time')
})

test('a class is closed once its last session has begun, and one is told while that goes on', () => {
  const session = (from: string, until: string) => ({
    startsAt: `2026-12-${from}.000Z`,
    endsAt: `2026-12-${until}.000Z`,
  })
  const sessions = [session('02T01:00:00', '02T03:00:00'), session('05T01:00:00', '05T03:00:00')]
  const at = (text: string) => Date.parse(`2026-12-${text}Z`)
  expect(mayFinish(sessions, at('02T04:00:00'))).toBe(false)
  expect(sessionsLeft(sessions, at('02T04:00:00'))).toBe(1)
  expect(mayFinish(sessions, at('05T01:00:00'))).toBe(true)
  expect(sessionsLeft(sessions, at('05T01:00:00'))).toBe(1)
  expect(sessionsLeft(sessions, at('05T03:00:00'))).toBe(0)
  expect(actsOf('running', false, { begun: false })).not.toContain('finish')
  expect(actsOf('running', false, { begun: true })).toContain('finish')
})
