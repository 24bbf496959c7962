import { strToU8, zipSync } from 'fflate'
import writeExcelFile from 'write-excel-file/node'
import { handmade } from '../../../tests/fixtures/xlsx'
import { readWorkbook, type Sheet } from './read'

const cells = (sheet: Sheet) =>
  sheet.rows.map(({ number, cells }) => [
    number,
    Object.fromEntries([...cells].map(([column, { kind, text }]) => [column, `${kind} ${text}`])),
  ])
const codeOf = (bytes: Uint8Array, mostRows = 100): string => {
  try {
    readWorkbook(bytes, mostRows)
    return 'read'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('what another program wrote: texts, numbers, days, booleans, at their places', async () => {
  const bytes = await writeExcelFile([
    [{ value: '姓名' }, { value: '生日' }],
    [{ value: '王秀英' }, { value: new Date('1964-05-01T00:00:00Z'), format: 'yyyy/m/d' }, null],
    [null, null, { value: 12.5 }, { value: true }],
  ]).toBuffer()
  expect(cells(readWorkbook(bytes, 100))).toEqual([
    [1, { 0: 'text 姓名', 1: 'text 生日' }],
    [2, { 0: 'text 王秀英', 1: 'day 1964-05-01' }],
    [3, { 2: 'number 12.5', 3: 'boolean 1' }],
  ])
})

test('the first visible sheet; texts in pieces, with a reading above them, and with escapes', () => {
  const strings =
    '<si><t>整</t></si><si><r><t>扎西</t></r><r><rPr/><t xml:space="preserve"> ·多吉</t></r><rPh sb="0" eb="1"><t>zhaxi</t></rPh></si><si><t>a_x000D_b</t></si>'
  const rows =
    '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="AB3" t="s"><v>2</v></c></row>'
  expect(cells(readWorkbook(handmade({ rows, strings }), 100))).toEqual([
    [3, { 0: 'text 整', 2: 'text 扎西 ·多吉', 27: 'text a\rb' }],
  ])
})

test('formulas, errors and numbers that lost their digits are told apart from what was typed', () => {
  const rows =
    '<row r="1"><c r="A1"><f>B1*2</f><v>4</v></c><c r="B1" t="str"><f>A1</f><v>四</v></c><c r="C1" t="e"><v>#REF!</v></c><c r="D1"><v>1.1010119900307E+17</v></c><c r="E1" t="inlineStr"><is><t>字</t></is></c></row>'
  expect(cells(readWorkbook(handmade({ rows }), 100))).toEqual([
    [
      1,
      {
        0: 'formula 4',
        1: 'formula 四',
        2: 'error #REF!',
        3: 'number 1.1010119900307E+17',
        4: 'text 字',
      },
    ],
  ])
})

test('a number is a day by its style: built in, Chinese or our own; not by a letter in quotes', () => {
  const styles =
    '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="0.00&quot;d&quot;"/><numFmt numFmtId="178" formatCode="[Red]0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="57"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs>'
  const rows = `<row>${[0, 1, 2, 3, 4, 5].map((style) => `<c s="${style}"><v>46327</v></c>`).join('')}</row>`
  expect(cells(readWorkbook(handmade({ rows, styles }), 100))).toEqual([
    [
      1,
      {
        0: 'number 46327',
        1: 'day 2026-11-01',
        2: 'day 2026-11-01',
        3: 'day 2026-11-01',
        4: 'number 46327',
        5: 'number 46327',
      },
    ],
  ])
  const properties = '<workbookPr date1904="1"/>'
  const old = '<row><c s="1"><v>44865</v></c></row>'
  expect(cells(readWorkbook(handmade({ rows: old, styles, properties }), 100))).toEqual([
    [1, { 0: 'day 2026-11-01' }],
  ])
})

test('merged cells are told, rows that hold nothing are not', () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" s="1"/></row><row r="3"><c r="A3" t="inlineStr"><is><t> </t></is></c></row><row r="9"><c r="B9"><v>2</v></c></row>'
  const sheet = readWorkbook(
    handmade({ rows, after: '<mergeCells count="1"><mergeCell ref="A1:B9"/></mergeCells>' }),
    100,
  )
  expect(sheet.rows.map(({ number }) => number)).toEqual([1, 9])
  expect(sheet.merges).toEqual([{ rows: [1, 9], columns: [0, 1] }])
})

test('elements with a prefix are the same elements', () => {
  const rows = '<x:row xmlns:x="x" r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>'
  expect(cells(readWorkbook(handmade({ rows }), 100))).toEqual([[1, { 0: 'number 7' }]])
})

const row = (n: number) => `<row r="${n}"><c r="A${n}"><v>1</v></c></row>`
test.each([
  ['an old .xls, or one with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'FILE_OLD_XLS'],
  ['a .csv', Buffer.from('姓名,电话\n王秀英,199'), 'FILE_CSV'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'FILE_NOT_XLSX'],
  ['nothing', Buffer.alloc(0), 'FILE_NOT_XLSX'],
  ['a zip of something else', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'FILE_NOT_XLSX'],
  ['half a file', handmade({ rows: row(1).repeat(50) }).subarray(0, 600), 'FILE_BROKEN'],
  ['a sheet that is no XML', handmade({ rows: '<row><c></row>' }), 'FILE_BROKEN'],
  ['more rows than are read', handmade({ rows: [1, 2, 3].map(row).join('') }), 'FILE_TOO_MANY_ROWS'],
])('%s', (_, bytes, code) => {
  expect(codeOf(bytes, 2)).toBe(code)
})

test('a zip bomb is left alone before it is big: a thousandfold grows no further than the limit', () => {
  const bytes = zipSync({
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/sharedStrings.xml': new Uint8Array(80_000_000).fill(32),
  })
  expect(bytes.length).toBeLessThan(200_000)
  expect(codeOf(bytes)).toBe('FILE_TOO_MUCH')
})

test('entities a file defines are not expanded', () => {
  const doctype = '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
  const bytes = zipSync({ 'xl/workbook.xml': strToU8(`${doctype}<workbook>&b;</workbook>`) })
  expect(codeOf(bytes)).toBe('FILE_BROKEN')
})
