import { workbookOf } from '../../workbook/write'
import type { Sheet } from './table'

/**
 * The sheet as a workbook. What is to be signed is printed as it is: what it is, when and where stand above the table. What is
 * to be sorted and sent on begins with its heading row; the rest stands on a sheet of its own.
 */
export function excelOf(sheet: Sheet): Buffer {
  const above = sheet.toSign ? [sheet.heading, ...sheet.facts].map((fact) => [fact]) : []
  const people = {
    name: '名单',
    widths: sheet.columns.map(({ width }) => width),
    frozen: above.length + 1,
  }
  const sheets = sheet.toSign ? [people] : [people, { name: '说明', widths: [60] }]
  return workbookOf(sheets, (writer) => {
    for (const line of above) writer.row(line)
    writer.row(
      sheet.columns.map(({ name }) => name),
      'heading',
    )
    for (const cells of sheet.rows) writer.row(cells)
    if (sheet.toSign) return
    writer.next()
    for (const fact of [sheet.heading, ...sheet.facts]) writer.row([fact])
  })
}
