import { EMPTY, missingOf } from './bind'

const YES = { agreed: true, lastSix: '12345X', compare: true }
const VILLAGE = { code: '519921100200', name: '李家湾村' }

test('a way comes first, and nothing goes without the guideline', () => {
  expect(Object.keys(missingOf(EMPTY, { agreed: false, lastSix: '', compare: false }))).toEqual([
    'way',
    'guideline',
  ])
  expect(missingOf({ ...EMPTY, way: 'code', code: 'abc234' }, YES)).toEqual({})
})

test('each way asks only for its own', () => {
  expect(Object.keys(missingOf({ ...EMPTY, way: 'code' }, YES))).toEqual(['code'])
  expect(Object.keys(missingOf({ ...EMPTY, way: 'request' }, YES))).toEqual(['village', 'name'])
  const filled = { ...EMPTY, way: 'match', village: VILLAGE, name: '王秀英' } as const
  expect(missingOf(filled, YES)).toEqual({})
  expect(Object.keys(missingOf(filled, { agreed: true, lastSix: '', compare: false }))).toEqual([
    'lastSix',
    'agreed',
  ])
})
