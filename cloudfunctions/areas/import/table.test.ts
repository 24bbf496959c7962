import type { ImportKind } from '../../../contract/import'
import { configuration } from '../../platform/configuration'
import type { Region } from '../registry/documents'
import { readWorkbook } from '../workbook/read'
import type { Cell, Merge } from '../workbook/read-sheet'
import { type OutCell, workbookOf } from '../workbook/write'
import type { Column } from './kinds/column'
import { COLUMNS } from './kinds/columns'
import { placesOf, villageOf } from './places'
import { rowsOf } from './rows'
import { readTable } from './table'

const regions: Region[] = [
  { _id: '519921', name: '云岭县', level: 'county' },
  { _id: '519921100', name: '青石乡', level: 'township' },
  { _id: '519921101', name: '白水镇', level: 'township' },
  { _id: '519921100200', name: '李家湾村', level: 'village' },
  { _id: '519921101201', name: '李家湾村', level: 'village' },
  { _id: '519921101202', name: '下坝村', level: 'village' },
  { _id: '519921101203', name: '老村', level: 'village', archived: { at: '', reason: '' } },
]
const NOW = new Date('2026-11-24T00:00:00Z')
const ID = '11010519491231002X'

/** A table of a kind, in rows of cells as they were typed; with the headings of the kind. */
const sheet = (kind: ImportKind, lines: OutCell[][], merges: Merge[] = []) => {
  const headings = Object.values(COLUMNS[kind]).map(({ heading }: Column) => heading)
  const bytes = workbookOf([{ name: '表', widths: [] }], (writer) => {
    for (const line of [headings, ...lines]) writer.row(line)
  })
  return { ...readWorkbook(bytes, 20_000), merges }
}
const scoped = (...scopes: string[]) => placesOf(regions, scopes)
const told = (kind: ImportKind, lines: OutCell[][], places = scoped('519921'), merges: Merge[] = []) => {
  const table = readTable(kind, sheet(kind, lines, merges))
  const settings = configuration({
    UPLOAD_KEY: '0123456789abcdef',
    IDENTITY_KEYS: `k:${Buffer.alloc(32).toString('base64')}`,
    IDENTITY_HASH_KEY: 'x'.repeat(32),
  })
  const rows = rowsOf('import-1', kind, table, { places, now: NOW, configuration: settings })
  return {
    rows,
    said: [...table.notes, ...rows.flatMap(({ problems }) => problems)].map(
      ({ row, column = '', blocks, sentence }) => `${row}${column}${blocks ? '!' : ''} ${sentence}`,
    ),
  }
}
const person = (...more: OutCell[]) => ['下坝村', '王大山', '王小山', '子女', ...more]

test('a right row has its values, its village, and the number only sealed', () => {
  const { rows, said } = told('people', [person(ID, undefined, '13800001234')])
  expect(said).toEqual([])
  expect(rows[0]?.row).toMatchObject({
    row: 2,
    state: 'read',
    village: { code: '519921101202', place: '云岭县 · 白水镇 · 下坝村' },
    values: { name: '王小山', phone: '13800001234' },
    identityHash: expect.any(String),
  })
  expect(JSON.stringify(rows)).not.toContain(ID)
})

test('every problem is named by row and column', () => {
  const merges: Merge[] = [{ rows: [6, 7], columns: [0, 1] }]
  const lines = [
    person('110105194912310021'),
    ['没有的村', '王大山', '王二山', '子女', ID],
    [],
    ['李家湾村', '王大山', '王三山', '', ID],
    ['下坝村', '王大山', '王四山', '子女', undefined, '1990'],
    ['', '', '王五山', '子女', undefined, '1991'],
    ['下坝村', '王大山', '王大山', '子女', ID, '1950', '12345'],
  ]
  expect(told('people', lines, undefined, merges).said).toEqual([
    '2E! 身份证号有一位写错了（和最后一位校验码或者出生日期对不上），请和身份证对一对。',
    '3A! 没有“没有的村”这个村。请从模板的下拉清单里选。',
    '4 这一行是空的，已经跳过。',
    '5D! 没有填，这一列必须填。',
    '5A! 叫“李家湾村”的村不止一个。请把乡镇写在前面，比如“青石乡 李家湾村”。',
    '5E! 和第 3 行重复了。只留一行。',
    '6A! 这是合并的单元格。请取消合并，每一行都填上。',
    '6B! 这是合并的单元格。请取消合并，每一行都填上。',
    '7A! 这是合并的单元格。请取消合并，每一行都填上。',
    '7B! 这是合并的单元格。请取消合并，每一行都填上。',
    '8G! 手机号要 11 位数字，请数一数。',
    '8F! 身份证号里的出生年份是 1949 年，和这里不一样。请核对。',
    '8D! 姓名和“户主姓名”一样，“与户主关系”就要填户主。',
    '8E! 和第 3 行重复了。只留一行。',
  ])
})

test('a title above, another order, unknown and doubled columns, the example row', () => {
  const cell = (text: string): Cell => ({ kind: 'text', text })
  const row = (number: number, ...texts: string[]) => ({
    number,
    cells: new Map(texts.map((text, at) => [at, cell(text)])),
  })
  const rows = [
    row(1, '云岭县乡镇和村一览表'),
    row(3, ' 名 称 ', '备注', '编码（必填）', '编码'),
    row(4, '李家湾村', '', '519921100200', ''),
    row(5, '新村', 'x', '519921100300', ''),
  ]
  const table = readTable('villages', { rows, merges: [{ rows: [1, 1], columns: [0, 3] }] })
  expect(table.rows).toEqual([{ row: 5, values: { code: '519921100300', name: '新村' }, problems: [] }])
  expect(table.letters).toEqual({ code: 'C', name: 'A' })
  expect(table.notes.map(({ sentence }) => sentence)).toEqual([
    '“备注”这一列没有读：模板里没有它，或者写了两遍。',
    '“编码”这一列没有读：模板里没有它，或者写了两遍。',
    '模板里的示例行已经跳过，没有导入。',
  ])
})

test('missing columns are named; a table without rows is said to be empty', () => {
  const rows = [{ number: 1, cells: new Map([[0, { kind: 'text', text: '姓名' } as Cell]]) }]
  expect(() => readTable('people', { rows, merges: [] })).toThrow(
    '表格里没有“村”、“户主姓名”、“与户主关系”这几列。',
  )
  expect(() => readTable('people', sheet('people', []))).toThrow('没有要导入的行')
  expect(() => readTable('people', { rows: [], merges: [] })).toThrow('没有要导入的行')
})

test('10,000 rows are read, one more is refused', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, n) => [`5199211${10_000 + n}`.slice(0, 9), '某乡'])
  expect(readTable('villages', sheet('villages', lines(10_000))).rows).toHaveLength(10_000)
  expect(() => readTable('villages', sheet('villages', lines(10_001)))).toThrow('10000 行')
})

test('a village is meant by code, by name where there is one, by township and name; never one of somebody else', () => {
  const places = scoped('519921101')
  for (const text of ['519921101201', '白水镇 李家湾村', '白水镇·李家湾村', '云岭县白水镇李家湾村'])
    expect(villageOf(text, places)).toMatchObject({ value: { code: '519921101201' } })
  expect(villageOf('青石乡李家湾村', places)).toMatchObject({ wrong: expect.stringContaining('不在您负责') })
  expect(villageOf('老村', places)).toMatchObject({ wrong: expect.stringContaining('没有') })
})

test('a village needs its township, there already or in the same file; only of one’s own county', () => {
  const lines = [
    ['519921102', '新乡'],
    ['519921102300', '新村'],
    ['519921103300', '孤村'],
    ['519922100200', '外村'],
  ]
  expect(told('villages', lines).said).toEqual([
    expect.stringMatching(/^4A! .*519921103/),
    expect.stringMatching(/^5A! 这个编码不是本县的/),
  ])
})
