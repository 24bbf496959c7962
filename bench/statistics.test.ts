import { median, quantile } from './statistics'

test('the median is the middle, or between the two middle ones; the order given does not matter', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([10, 1, 4, 2])).toBe(3)
})

test('a quantile lies between its neighbours, and the ends are the least and the most', () => {
  expect(quantile([0, 10, 20, 30, 40], 0.25)).toBe(10)
  expect(quantile([0, 10], 0.75)).toBe(7.5)
  expect(quantile([3, 1, 2], 0)).toBe(1)
  expect(quantile([3, 1, 2], 1)).toBe(3)
})

test('of nothing there is no median', () => {
  expect(() => median([])).toThrow('no values')
})
