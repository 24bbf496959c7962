import { carries, codesPage, spaced, untilWords } from './words'

const NOW = Date.parse('2026-11-24T03:00:00Z')

test('what comes with a code is said, and nothing where nothing does', () => {
  expect(carries({ roles: [], replace: false })).toBeUndefined()
  expect(carries({ roles: [{ role: 'informant', scopeName: '李家湾村' }], replace: true })).toBe(
    '换到新微信、信息员（李家湾村）',
  )
})

test('a code is read in two halves, with its last day as a Beijing day', () => {
  expect(spaced('ABC234')).toBe('ABC 234')
  expect(untilWords({ expiresAt: '2026-12-07T20:00:00Z' }, NOW)).toBe('12 月 8 日前用')
  expect(codesPage(['ABC234', 'DEF567'])).toBe('/identity/codes/index?codes=ABC234,DEF567')
})
