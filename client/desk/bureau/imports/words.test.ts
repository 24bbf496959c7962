import { IMPORT_KIND_NAMES, IMPORT_STATES, type Problem } from '../../../../contract/import'
import { byRow, countsInWords, KIND_NAMES, placeOf, STATE_WORDS, standingOf } from './words'

const none = { rows: 0, new: 0, changed: 0, same: 0, wrong: 0, written: 0, refused: 0, undone: 0, kept: 0 }

test('the client’s words are the contract’s', () => {
  expect(KIND_NAMES).toEqual(IMPORT_KIND_NAMES)
  expect(Object.keys(STATE_WORDS)).toEqual([...IMPORT_STATES])
})

test('counts tell what there is, and nothing that is not', () => {
  expect(countsInWords({ ...none, rows: 9, new: 5, same: 3, wrong: 1 })).toBe(
    '新增 5 行，没有变化 3 行，有问题 1 行',
  )
  expect(countsInWords({ ...none, rows: 12 })).toBe('12 行')
})

test('what cannot be confirmed says what to do instead', () => {
  const ready = (counts: object) => standingOf({ state: 'ready', counts: { ...none, ...counts } }).words
  expect([ready({ new: 1 }), ready({ wrong: 1 }), ready({ same: 1 })]).toEqual([
    '等您确认',
    '改好再选',
    '没有变化',
  ])
  expect(standingOf({ state: 'done', counts: none }).words).toBe('导入好了')
})

test('problems stand under their row, those of the file first', () => {
  const problem = (row: number, sentence: string): Problem => ({ row, sentence, blocks: true })
  const rows = byRow([problem(5, 'a'), problem(0, 'b'), problem(5, 'c'), problem(2, 'd')])
  expect(rows.map(({ title, problems }) => [title, problems.map(({ sentence }) => sentence)])).toEqual([
    ['整张表', ['b']],
    ['第 2 行', ['d']],
    ['第 5 行', ['a', 'c']],
  ])
  expect(placeOf({ ...problem(5, 'a'), column: 'E', heading: '身份证号' })).toBe('E 列 身份证号')
  expect(placeOf(problem(5, 'a'))).toBe('')
})
