import type { Me } from '../../../contract/identity'
import { ROLES, type Role } from '../../../contract/operation'
import { mayEnrol, noteOf } from './may'

const NOW = Date.parse('2026-11-24T03:00:00Z')
const open = { enrolled: false, state: 'open', cancelClosesAt: '2026-12-01T03:00:00Z' } as const
const person = { id: 'p', name: '王秀英', place: '云岭县' }
const me = (role: Role): Me => ({
  person,
  roles: [{ role, scopeName: '云岭县' }],
  agreed: true,
  uploadPrefix: '',
  templates: {},
})

test.each(ROLES)('the promise to tell stands above a button only: %s', (role) => {
  const may = mayEnrol(me(role), undefined)
  expect(may).toBe(role === 'villager' || role === 'informant')
  expect(noteOf(open, { may, acting: false }, NOW)).toBe(may ? '报上名会通知您' : undefined)
})

test('who signs up somebody else is not promised the message that person gets', () => {
  expect(mayEnrol(me('informant'), 'person-1-1')).toBe(true)
  expect(noteOf(open, { may: true, acting: true }, NOW)).toBeUndefined()
})

test('who is in is told until when they can leave', () => {
  const enrolled = { ...open, enrolled: true }
  expect(noteOf(enrolled, { may: true, acting: false }, NOW)).toContain('以前都能取消')
  expect(noteOf(enrolled, { may: true, acting: false }, Date.parse('2026-12-02T00:00:00Z'))).toBeUndefined()
})
