import {
  AlignmentType,
  Document,
  Footer,
  HeightRule,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Sheet } from './table'

/** A font every Word and WPS in the country has, and that looks elsewhere for what it lacks. */
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: '宋体' }
/** Twentieths of a point: between the margins of A4, upright and on its side. */
const [UPRIGHT, SIDEWAYS] = [9600, 14500]
const [ROW, SIGNED_ROW] = [400, 640]

/** Half-points, as Word counts. */
const run = (text: string, size: number, bold = false) => new TextRun({ text, size, bold, font: FONT })
const centred = (text: string, size: number, bold = false) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, size, bold)] })

/** The sheet as a Word document; its heading row stands on every page, and no row breaks between two. */
export function wordOf(sheet: Sheet): Promise<Buffer> {
  const wide = sheet.columns.length > 5
  const all = sheet.columns.reduce((sum, { width }) => sum + width, 0)
  const widths = sheet.columns.map(({ width }) => Math.floor(((wide ? SIDEWAYS : UPRIGHT) * width) / all))
  const row = (cells: readonly string[], heading = false) =>
    new TableRow({
      tableHeader: heading,
      cantSplit: true,
      height: { value: sheet.toSign ? SIGNED_ROW : ROW, rule: HeightRule.ATLEAST },
      children: cells.map(
        (text, n) =>
          new TableCell({
            verticalAlign: VerticalAlign.CENTER,
            width: { size: widths[n]!, type: WidthType.DXA },
            children: [centred(text, 22, heading)],
          }),
      ),
    })
  const document = new Document({
    creator: '科技助农',
    title: sheet.heading,
    sections: [
      {
        properties: {
          page: {
            size: { orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: 1000, bottom: 900, left: 1150, right: 1150 },
          },
        },
        footers: { default: new Footer({ children: [pageOf()] }) },
        children: [
          centred(sheet.heading, 36, true),
          ...sheet.facts.map((fact) => new Paragraph({ spacing: { before: 60 }, children: [run(fact, 22)] })),
          new Paragraph({ children: [] }),
          new Table({
            layout: TableLayoutType.FIXED,
            columnWidths: widths,
            rows: [
              row(
                sheet.columns.map(({ name }) => name),
                true,
              ),
              ...sheet.rows.map((cells) => row(cells)),
            ],
          }),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const pageOf = () =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        size: 18,
        font: FONT,
        children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'],
      }),
    ],
  })
