import type { Me } from '../../../../contract/identity'
import type { Role } from '../../../../contract/operation'
import { grantWords, mayGive } from './words'

const NOW = Date.parse('2026-11-24T03:00:00Z')
const me = (role: Role): Me => ({
  roles: [{ role, scopeName: '云岭县' }],
  agreed: true,
  uploadPrefix: '',
  templates: {},
})

test('the bureau gives what works for it, an administrator everything; experts come by their directory', () => {
  expect(mayGive(me('bureau'))).toEqual(['informant', 'cadre', 'cooperative'])
  expect(mayGive(me('admin'))).toEqual(['informant', 'cadre', 'cooperative', 'bureau', 'admin'])
})

test('a role says where, and until when', () => {
  const grant = { role: 'informant', scopeName: '李家湾村', ended: false } as const
  expect(grantWords(grant, NOW)).toBe('李家湾村')
  expect(grantWords({ ...grant, until: '2026-12-31' }, NOW)).toBe('李家湾村，到 12 月 31 日')
  expect(grantWords({ ...grant, until: '2026-10-31', ended: true }, NOW)).toBe(
    '李家湾村，10 月 31 日已经到期',
  )
})
