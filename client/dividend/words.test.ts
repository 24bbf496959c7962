import type { Item } from '../../contract/dividend'
import {
  confirmationWords,
  coverWords,
  daysLeftWords,
  itemOfYear,
  itemWords,
  missable,
  standingOf,
} from './words'

const NOW = new Date('2026-10-01T02:00:00Z')
const item = (some: Partial<Item> = {}): Item => ({
  id: 'c:3:dividend',
  kind: 'dividend',
  year: 3,
  dueOn: '2026-12-20',
  amountFen: 100_000,
  state: 'due',
  overdue: false,
  ...some,
})
const stands = (some: Partial<Item>) => {
  const { kind, words } = standingOf(item(some), NOW)
  return `${kind} ${words}`
}

test('what is to come says until when, each kind in its own words', () => {
  expect(stands({})).toBe('waiting 12 月 20 日前到账')
  expect(stands({ kind: 'insurance' })).toBe('waiting 12 月 20 日前买好')
  expect(stands({ kind: 'gift' })).toBe('waiting 12 月 20 日前发')
})

test('what is years away is told without colour, what is late in red', () => {
  expect(stands({ dueOn: '2028-12-20' })).toBe('plain 12 月 20 日前到账')
  expect(stands({ dueOn: '2026-09-20', overdue: true })).toBe('urgent 9 月 20 日前该到账，还没有')
})

test('what was given is done, and what did not arrive is being looked into, never "given"', () => {
  expect(
    ['dividend', 'insurance', 'gift'].map((kind) =>
      stands({ kind: kind as Item['kind'], state: 'confirmed' }),
    ),
  ).toEqual(['done 已到账', 'done 已买好', 'done 已发'])
  expect(stands({ state: 'disputed' })).toBe('waiting 已告诉合作社，正在查')
})

test('only a dividend is told in money: the premium and the gift are not paid to the household', () => {
  expect(itemWords(item())).toBe('分红 1,000 元')
  expect(itemWords(item({ kind: 'insurance', amountFen: 21_600 }))).toBe('意外保险')
  expect(itemOfYear(item())).toBe('2026 年的分红 1,000 元')
})

test('days, covers and confirmations as people say them', () => {
  expect(confirmationWords({ on: '2025-12-18', how: '一卡通' }, NOW)).toBe('2025 年 12 月 18 日，一卡通')
  expect(confirmationWords({ on: '2025-12-18', how: '一卡通' }, '2025-12-20')).toBe('12 月 18 日，一卡通')
  expect([20_000_000, 12_345_600].map(coverWords)).toEqual(['保 20 万元', '保 123,456 元'])
  expect([212, 1, 0].map(daysLeftWords)).toEqual(['还有 212 天到期', '明天到期', '已经到期'])
})

test('only what the co-op says it gave can be missing; the newest comes first, and money before gifts', () => {
  const items = [
    item({ id: 'old', state: 'confirmed', dueOn: '2024-12-20' }),
    item({ id: 'new gift', kind: 'gift', state: 'confirmed', dueOn: '2025-12-20' }),
    item({ id: 'new', state: 'confirmed', dueOn: '2025-12-20' }),
    item({ id: 'due' }),
    item({ id: 'told', state: 'disputed' }),
  ]
  expect(missable(items).map(({ id }) => id)).toEqual(['new', 'new gift', 'old'])
})
