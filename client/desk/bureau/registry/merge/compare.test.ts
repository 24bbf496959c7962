import type { PersonCard } from '../../../../../contract/registry'
import { compare, fuller } from './compare'

const NOW = Date.parse('2026-11-24T02:00:00Z')
const card = (part: Partial<PersonCard> = {}): PersonCard => ({
  personId: 'person-1-2',
  version: 1,
  name: '王秀英',
  birthYear: 1968,
  age: 58,
  place: '云岭县 · 青石乡 · 李家湾村',
  isHead: false,
  hasWeChat: false,
  roles: [],
  mayChange: true,
  ...part,
})

test('line by line, what differs is marked and what neither has is left out', () => {
  const lines = compare(card({ phone: '13800001234' }), card({ name: '王秀莲' }), NOW)
  expect(lines).toEqual([
    { name: '姓名', of: ['王秀英', '王秀莲'], differs: true },
    { name: '哪年生', of: ['1968 年', '1968 年'], differs: false },
    { name: '村', of: ['青石乡 李家湾村', '青石乡 李家湾村'], differs: false },
    { name: '手机', of: ['138 0000 1234', '没有'], differs: true },
  ])
})

test('the entry that knows more is proposed to stay: a head before anything, then WeChat', () => {
  expect(fuller(card(), card())).toBe('one')
  expect(fuller(card(), card({ phone: '13800001234' }))).toBe('other')
  expect(fuller(card({ phone: '13800001234' }), card({ hasWeChat: true }))).toBe('other')
  expect(fuller(card({ hasWeChat: true, phone: '13800001234' }), card({ isHead: true }))).toBe('other')
})
