import { serialOfDay } from './days'
import type { OutCell, RowLook } from './write'

/** The cell styles of write-parts.ts, by number. */
export const STYLES = { text: 1, day: 2, number: 3, heading: 4, example: 5, guarded: 6 } as const

/** What spreadsheets take for the beginning of a formula when such a text is typed in, or comes from another format. */
const FORMULA = /^[=+\-@\t\r]/

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const before = Math.floor(column / 26)
  return (before > 0 ? columnName(before - 1) : '') + String.fromCharCode(65 + (column % 26))
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** Control characters but tab and line breaks, halves of characters, and two that are none. */
const NOT_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu

/** Text as XML: what XML cannot hold is left out, and what Excel would read as an escape is escaped. */
export const escaped = (text: string): string =>
  text
    .replace(NOT_XML, '')
    .replace(/_x[0-9A-Fa-f]{4}_/g, (found) => `_x005F${found}`)
    .replace(/[&<>"\r]/g, (character) => ESCAPES[character]!)

function cellXml(at: string, cell: OutCell, look: RowLook): string {
  if (cell === undefined || cell === '') return ''
  if (typeof cell === 'object') {
    const [value, style] = 'day' in cell ? [serialOfDay(cell.day), STYLES.day] : [cell.number, STYLES.number]
    return `<c r="${at}" s="${look === 'plain' ? style : STYLES[look]}"><v>${value}</v></c>`
  }
  const style = look !== 'plain' ? STYLES[look] : FORMULA.test(cell) ? STYLES.guarded : STYLES.text
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

/** A row of a sheet, as XML. */
export const rowXml = (row: number, cells: readonly OutCell[], look: RowLook): string =>
  `<row r="${row}">${cells.map((cell, column) => cellXml(`${columnName(column)}${row}`, cell, look)).join('')}</row>`
