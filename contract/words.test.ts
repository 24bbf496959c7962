import { ERRORS } from './errors'
import { OPERATIONS } from './index'
import { formatYuan } from './money'
import { daysUntil, sayDay, sayTime } from './time'

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

test('every refusal is a Chinese sentence, and every operation has a name of its own', () => {
  for (const sentence of Object.values(ERRORS)) expect(sentence).toMatch(/^[\p{Script=Han}].*[。]$/u)
  expect(new Set(OPERATIONS.map((operation) => operation.name)).size).toBe(OPERATIONS.length)
})
