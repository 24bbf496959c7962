import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { readWorkbook } from './read'
import { type OutSheet, workbookOf } from './write'

const one: OutSheet[] = [{ name: '人员', widths: [12, 12] }]
const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] as Uint8Array)

test('another reader finds what was written: texts as texts, long numbers with all digits, days, numbers', async () => {
  const bytes = workbookOf(one, (writer) => {
    writer.row(['姓名', '编号', '日期', '金额'], 'heading')
    writer.row(['扎西·多吉 & <b>', '519921000000000000', { day: '2026-11-24' }, { number: 216.5 }])
    writer.row([undefined, '', '第三列'])
  })
  expect(await readSheet(bytes)).toEqual([
    ['姓名', '编号', '日期', '金额'],
    ['扎西·多吉 & <b>', '519921000000000000', new Date('2026-11-24T00:00:00Z'), 216.5],
    [null, null, '第三列', null],
  ])
})

const risky = ['=1+1', '+8613800000000', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://a","b")']
test.each(risky)('%j is a text for another reader, and stays one when it is edited', async (text) => {
  const bytes = workbookOf(one, (writer) => writer.row(['x', text]))
  const [[, read] = []] = await readSheet(bytes, { trim: false })
  expect(read).toBe(text)
  const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml')
  expect(sheet).not.toContain('<f>')
  expect(sheet).toMatch(/<c r="B1" s="6" t="inlineStr">/)
  const styles = partOf(bytes, 'xl/styles.xml')
    .match(/<cellXfs.*<\/cellXfs>/s)?.[0]
    .match(/<xf [^>]*>/g)
  expect(styles?.[6]).toMatch(/numFmtId="49".*quotePrefix="1"/)
})

test('any text comes back as it was, less what XML cannot hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 5 }),
      (texts) => {
        const bytes = workbookOf(one, (writer) => writer.row(texts))
        const found = readWorkbook(bytes, 10).rows[0]?.cells
        const kept = texts.map((text) => text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ''))
        expect(kept.map((_, column) => found?.get(column)?.text ?? '')).toEqual(
          kept.map((text) => (text.trim() === '' ? '' : text)),
        )
      },
    ),
    { numRuns: 300 },
  )
})

test('lists to choose from, a hidden sheet, columns for texts', async () => {
  const sheets: OutSheet[] = [
    {
      name: '填写',
      widths: [10],
      lists: [{ column: 0, from: "'清单'!$A$1:$A$2", strict: true }],
      listRows: 500,
    },
    { name: '清单', widths: [10], hidden: true },
  ]
  const bytes = workbookOf(sheets, (writer) => {
    writer.row(['村'], 'heading')
    writer.next()
    writer.row(['李家湾村'])
    writer.row(['下坝村'])
  })
  const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml')
  expect(sheet).toContain('sqref="A2:A501"')
  expect(sheet).toContain("<formula1>'清单'!$A$1:$A$2</formula1>")
  expect(partOf(bytes, 'xl/workbook.xml')).toContain('name="清单" sheetId="2" state="hidden"')
  expect(await readSheet(bytes, '清单')).toEqual([['李家湾村'], ['下坝村']])
  expect(readWorkbook(bytes, 10).rows).toHaveLength(1)
})

test('many rows are handed on in pieces', () => {
  let pieces = 0
  const { writeWorkbook } = jest.requireActual<typeof import('./write')>('./write')
  const writer = writeWorkbook(one, () => void pieces++)
  for (let n = 0; n < 20_000; n++) writer.row([`第 ${n * 7919} 行`, String(n * 104_729)])
  const before = pieces
  writer.end()
  expect(before).toBeGreaterThan(5)
})
