import { DIVISIONS, HOUSEHOLD_KINDS } from '../../../../contract/training/record'
import { DIVISION_NAMES, grouped, inOrder, lineName, percentWords, progressWords, targetOf } from './words'

test('every division has its name, and both kinds of household theirs', () => {
  expect(Object.keys(DIVISION_NAMES).sort()).toEqual([...DIVISIONS].sort())
  for (const key of HOUSEHOLD_KINDS) expect(lineName('household', { key })).not.toBe(key)
})

test.each([
  [0, '0'],
  [999, '999'],
  [4000, '4,000'],
  [1234567, '1,234,567'],
])('%i is written %s', (count, words) => expect(grouped(count)).toBe(words))

test('a line is called by what it counts; a place nobody named any more says its number', () => {
  expect(lineName('topic', { key: 'fruit' })).toBe('特色水果')
  expect(lineName('month', { key: '2026-05' })).toBe('5 月')
  expect(lineName('village', { key: '519921100201', name: '李家湾村' })).toBe('李家湾村')
  expect(lineName('village', { key: '519921100201' })).toContain('519921100201')
})

test('months follow each other, the rest goes from the most to the fewest', () => {
  const lines = [
    { key: 'a', count: 2 },
    { key: 'b', count: 5 },
    { key: 'c', count: 5 },
  ]
  expect(inOrder('month', lines).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  expect(inOrder('topic', lines).map(({ key }) => key)).toEqual(['b', 'c', 'a'])
})

test('how the year stands: no target, short of it, there, beyond', () => {
  expect(progressWords({ total: 4000 })).toContain('还没有定')
  expect(progressWords({ total: 4000, target: 6000 })).toBe('目标 6,000 人次，还差 2,000。')
  expect(progressWords({ total: 6000, target: 6000 })).toContain('正好')
  expect(progressWords({ total: 6100, target: 6000 })).toContain('超过 100')
})

test('a target that is nearly reached is not called full', () =>
  expect(percentWords(5999, 6000)).toBe('完成 99%'))

test('a target is typed as people write numbers', () => {
  expect(targetOf('6,000')).toEqual({ attendances: 6000 })
  expect(targetOf(' 6000 ')).toEqual({ attendances: 6000 })
  expect(targetOf('0')).toEqual({ attendances: 0 })
  for (const wrong of ['', '六千', '-5', '99999999'])
    expect(targetOf(wrong)).toEqual({ problem: expect.any(String) })
})
