import { workbookOf } from '../../workbook/write'
import type { Sheet } from './table'

/** The sheet as a workbook: a heading row and the people, to sort and to send on; when and where stand on a sheet of their own. */
export function excelOf(sheet: Sheet): Buffer {
  const people = { name: '名单', widths: sheet.columns.map(({ width }) => width) }
  return workbookOf([people, { name: '说明', widths: [60] }], (writer) => {
    writer.row(
      sheet.columns.map(({ name }) => name),
      'heading',
    )
    for (const cells of sheet.rows) writer.row(cells)
    writer.next()
    for (const fact of [sheet.heading, ...sheet.facts]) writer.row([fact])
  })
}
