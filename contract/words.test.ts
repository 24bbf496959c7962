import { ERRORS } from './errors'
import { OPERATIONS } from './index'
import { formatYuan } from './money'
import { daysUntil, sayDate, sayDates, sayDay, sayTime } from './time'

test('money is said in yuan, with cents only where there are any', () => {
  expect([0, 100_000, 21_600, 1, -123_456].map(formatYuan)).toEqual([
    '0 元',
    '1,000 元',
    '216 元',
    '0.01 元',
    '-1,234.56 元',
  ])
})

test('dates are Beijing dates, said as people say them', () => {
  const now = '2026-12-02T15:59:00Z'
  expect(sayTime('2026-12-02T17:00:00Z', now)).toBe('明天 1:00')
  expect(sayDay('2026-12-20', now)).toBe('12 月 20 日')
  expect(sayDay('2027-01-05', now)).toBe('2027 年 1 月 5 日')
  expect(daysUntil('2026-12-03', now)).toBe(1)
})

test('what is kept says a date that is true whenever it is read', () => {
  const now = '2026-12-02T15:59:00Z'
  expect(sayDate('2026-12-03T01:00:00Z', now)).toBe('12 月 3 日 周四 9:00')
  expect(sayDate('2026-12-02T16:00:00Z', now)).toBe('12 月 3 日 周四 0:00')
  expect(sayDate('2027-01-02T16:00:00Z', now)).toBe('2027 年 1 月 3 日 周日 0:00')
  expect(sayDates('2026-12-03T01:00:00Z', '2026-12-03T09:00:00Z')).toBe(
    '2026 年 12 月 3 日 周四 9:00 至 17:00',
  )
  expect(sayDates('2026-12-03T01:00:00Z', '2026-12-04T09:00:00Z')).toBe(
    '2026 年 12 月 3 日 周四 9:00 至 2026 年 12 月 4 日 周五 17:00',
  )
})

test('every refusal is a Chinese sentence, and every operation has a name of its own', () => {
  for (const sentence of Object.values(ERRORS)) expect(sentence).toMatch(/^[\p{Script=Han}].*[。]$/u)
  expect(new Set(OPERATIONS.map((operation) => operation.name)).size).toBe(OPERATIONS.length)
})
