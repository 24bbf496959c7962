import { isMet, type Line, sayLines, sayTable, sayVerdict } from './line'

const met: Line = { name: 'ratio', value: 1.6, target: { most: 1.6 } }
const missed: Line = { name: 'calls', value: 2, target: { exactly: 1 } }
const figure: Line = { name: 'size', value: 311_490, unit: 'bytes' }

test('a line is met up to its target, missed beyond it, and neither without one', () => {
  expect([met, missed, figure].map(isMet)).toEqual([true, false, null])
  expect(isMet({ ...met, value: 1.6001 })).toBe(false)
  expect(isMet({ ...missed, value: 1 })).toBe(true)
})

test('what could not be measured is missed', () => {
  expect(isMet({ ...met, value: Number.NaN })).toBe(false)
  expect(isMet({ ...missed, value: Number.NaN })).toBe(false)
})

test('lines are columns: name, figure, target, met or missed', () => {
  expect(sayLines([met, missed, figure])).toEqual([
    'ratio            1.60   ≤ 1.60   met',
    'calls               2      = 1   MISSED',
    'size    311,490 bytes',
  ])
})

test('a table is as wide as its widest cells', () => {
  expect(
    sayTable([
      ['a', '1', 'x'],
      ['long', '100', 'y'],
    ]),
  ).toEqual(['a        1   x', 'long   100   y'])
})

test('the verdict counts only lines that have a target', () => {
  expect(sayVerdict([met, missed, figure])).toBe('1 targets met, 1 missed')
})
