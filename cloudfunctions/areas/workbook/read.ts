import { type Book, bookPart, dayStyles, relationsPart, sharedStrings } from './parts'
import { type Merge, type Row, sheetPart } from './read-sheet'
import { Unreadable } from './unreadable'
import { unzip } from './unzip'

export interface Sheet {
  rows: Row[]
  merges: Merge[]
}

const beginsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

/** A text file has no zero bytes in its first lines. */
const isText = (bytes: Uint8Array): boolean => bytes.length > 0 && !bytes.subarray(0, 1024).includes(0)

/** Says by the first bytes what a file is not. Throws Unreadable. */
export function requireZip(bytes: Uint8Array): void {
  if (beginsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return
  // What Office wrote before 2007, and what it wraps an encrypted file in.
  if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Unreadable('FILE_OLD_XLS')
  throw new Unreadable(isText(bytes) ? 'FILE_CSV' : 'FILE_NOT_XLSX')
}

/**
 * Reads the first visible sheet of an .xlsx file. Our own on fflate (zip) and saxes (XML): libraries that read Excel files
 * give values only, and a person must be told that a cell is a formula, merged with others, or a number that lost its
 * digits. Two passes, because the texts come after the sheet that uses them; the sheet itself is never in memory whole.
 * Throws Unreadable.
 */
export function readWorkbook(bytes: Uint8Array, mostRows: number): Sheet {
  requireZip(bytes)
  const book: Book = { from1904: false }
  const [strings, days, relations] = [[] as string[], new Set<number>(), new Map<string, string>()]
  unzip(bytes, (name) => {
    if (name === 'xl/workbook.xml') return bookPart(book)
    if (name === 'xl/_rels/workbook.xml.rels') return relationsPart(relations)
    if (/^xl\/sharedStrings\.xml$/i.test(name)) return sharedStrings(strings)
    return name === 'xl/styles.xml' ? dayStyles(days) : undefined
  })
  const path = book.sheet && relations.get(book.sheet.relation)
  if (!path) throw new Unreadable('FILE_NOT_XLSX')
  const sheet: Sheet = { rows: [], merges: [] }
  const options = { strings, dayStyles: days, from1904: book.from1904, mostRows }
  unzip(bytes, (name) => (name === path ? sheetPart(sheet.rows, sheet.merges, options) : undefined))
  return sheet
}
