import type { Me } from '../../../contract/identity'
import { ROLES, type Role } from '../../../contract/operation'
import type { ClassDetail } from '../../../contract/training'
import { actOf, mayCancel, mayDecline, mayEnrol, noteOf } from './may'

const NOW = Date.parse('2026-11-24T03:00:00Z')
const CLOSES = '2026-12-01T03:00:00Z'
const open = { phase: 'open', state: 'open', line: true, cancelClosesAt: CLOSES } as const
type Mine = NonNullable<ClassDetail['mine']>
const mine = (state: Mine['state'], some: Partial<Mine> = {}) => ({
  ...open,
  mine: { state, needsConfirm: false, answers: [], ...some },
})
const obstacle = (code: string) => ({ ...open, obstacle: { code, message: '' } })
const person = { id: 'p', name: '王秀英', place: '云岭县' }
const me = (role: Role): Me => ({
  person,
  roles: [{ role, scopeName: '云岭县' }],
  agreed: true,
  uploadPrefix: '',
  templates: {},
})

test.each(ROLES)('a class is for villagers and informants to sign up for: %s', (role) => {
  const may = mayEnrol(me(role), undefined)
  expect(may).toBe(role === 'villager' || role === 'informant')
  expect(actOf(open, may, NOW)).toBe(may ? 'enrol' : undefined)
  expect(mayEnrol(me(role), 'person-1-1')).toBe(true)
})

test.each([
  ['an offer is taken before anything', mine('offered', { offerUntil: '2026-11-24T04:00:00Z' }), 'claim'],
  [
    'an offer waits with a class that is put off',
    { ...mine('offered', { offerUntil: '2026-11-24T04:00:00Z' }), phase: 'postponed' as const },
    undefined,
  ],
  ['an offer that is over is not', mine('offered', { offerUntil: '2026-11-24T03:00:00Z' }), 'look'],
  ['a changed class is confirmed', mine('enrolled', { needsConfirm: true }), 'confirm'],
  ['also while it waits for approval', mine('pending', { needsConfirm: true }), 'confirm'],
  [
    'but not while it has no new time',
    { ...mine('enrolled', { needsConfirm: true }), phase: 'postponed' as const },
    undefined,
  ],
  ['a seat is enough', mine('enrolled'), undefined],
  ['who is in line waits', mine('waiting'), undefined],
  ['who left may come again', mine('cancelled'), 'enrol'],
  ['who let an offer pass may stand in line again', { ...mine('lapsed'), ...obstacle('CLASS_FULL') }, 'wait'],
  ['a full class has a line', obstacle('VILLAGE_FULL'), 'wait'],
  ['so has one whose free seat is for those in line', obstacle('LINE_FIRST'), 'wait'],
  ['a full class without a line has none', { ...obstacle('CLASS_FULL'), line: false }, 'look'],
  ['who may not come looks elsewhere', obstacle('TOO_YOUNG'), 'look'],
  ['a visitor of a full class may want to wait', { ...open, state: 'full' as const }, 'wait'],
  ['a class that began is over for who is not in it', { ...open, phase: 'running' as const }, 'look'],
  ['a class called off is over for everybody', { ...mine('enrolled'), phase: 'cancelled' as const }, 'look'],
] as const)('%s', (_, training, act) => expect(actOf(training, true, NOW)).toBe(act))

test('a seat can be left until the deadline, where the class goes on', () => {
  expect(mayCancel(mine('enrolled'), NOW)).toBe(true)
  expect(mayCancel(mine('enrolled'), Date.parse(CLOSES))).toBe(false)
  expect(mayCancel({ ...mine('pending'), phase: 'cancelled' }, NOW)).toBe(false)
  expect(mayCancel(mine('waiting'), NOW)).toBe(false)
})

test('what was put off has no deadline: a seat can be given up, an offer be left to others, at any time', () => {
  const off = (state: Mine['state']) => ({ ...mine(state), phase: 'postponed' as const })
  const late = Date.parse(CLOSES)
  expect(mayCancel(off('enrolled'), late)).toBe(true)
  expect(noteOf(off('enrolled'), undefined, false, NOW)).toBe('来不了，现在也能取消')
  expect(mayDecline(off('offered'), actOf(off('offered'), true, late))).toBe(true)
  expect(mayDecline(mine('offered'), 'claim')).toBe(true)
  expect(mayDecline(off('enrolled'), undefined)).toBe(false)
})

test('under the button stands what follows from it; no promise to one who acts for another', () => {
  expect(noteOf(open, 'enrol', false, NOW)).toBe('报上名会通知您')
  expect(noteOf(open, 'enrol', true, NOW)).toBeUndefined()
  expect(noteOf(open, 'look', false, NOW)).toBeUndefined()
  const offered = mine('offered', { offerUntil: '2026-11-25T03:00:00Z' })
  expect(noteOf(offered, 'claim', true, NOW)).toBe('明天上午 11:00 前不定，就让给下一位')
  expect(noteOf(mine('enrolled'), undefined, false, NOW)).toContain('以前都能取消')
  expect(noteOf(mine('enrolled'), undefined, false, Date.parse(CLOSES))).toBeUndefined()
})
