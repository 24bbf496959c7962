import { Zip, ZipDeflate } from 'fflate'
import { bookParts, sheetEnd, sheetStart } from './write-parts'
import { rowXml } from './write-row'

/** What a cell can hold: text (also of digits only), a day, a number, or nothing. */
export type OutCell = string | { day: string } | { number: number } | undefined
export type RowLook = 'plain' | 'heading' | 'example'

export interface OutSheet {
  name: string
  /** Of the columns, in characters. */
  widths: readonly number[]
  hidden?: boolean
  /** Rows at the top that stay in sight; one, the heading, unless told. */
  frozen?: number
  /** Columns (0 is A) whose cells are chosen from a column of another sheet, "'清单'!$A$1:$A$64", with rows in use. */
  lists?: readonly { column: number; from: string; strict: boolean }[]
  /** How many rows the lists serve. */
  listRows?: number
}

export interface Writer {
  /** Adds a row to the sheet that is being written. */
  row(cells: readonly OutCell[], look?: RowLook): void
  /** Ends the sheet that is being written and begins the next. */
  next(): void
  /** Ends the last sheet and the file. */
  end(): void
}

/** Rows are handed to the compressor in pieces of about so many characters. */
const PIECE = 64 * 1024
const encoder = new TextEncoder()

/**
 * Writes an .xlsx file as its rows come; `out` gets the bytes. Our own on fflate: the library for it keeps all rows in memory
 * and has no drop-down lists. Every text is a cell of the type text with the format "text", so that nothing that begins with
 * = + - @ is a formula, now or after it was edited, and long numbers keep their digits.
 */
export function writeWorkbook(sheets: readonly OutSheet[], out: (bytes: Uint8Array) => void): Writer {
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    out(bytes)
  })
  const add = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    return file
  }
  for (const [name, xml] of bookParts(sheets)) add(name).push(encoder.encode(xml), true)

  let [at, row, waiting] = [0, 0, '']
  const begin = () => {
    row = 0
    waiting = sheetStart(sheets[at]!)
    return add(`xl/worksheets/sheet${at + 1}.xml`)
  }
  let file = begin()
  const push = (last: boolean) => {
    file.push(encoder.encode(waiting), last)
    waiting = ''
  }
  const end = () => {
    waiting += sheetEnd(sheets[at]!)
    push(true)
  }
  return {
    row(cells, look = 'plain') {
      waiting += rowXml(++row, cells, look)
      if (waiting.length > PIECE) push(false)
    },
    next() {
      end()
      at++
      file = begin()
    },
    end() {
      end()
      zip.end()
    },
  }
}

/** A small workbook in one piece. */
export function workbookOf(sheets: readonly OutSheet[], fill: (writer: Writer) => void): Buffer {
  const chunks: Uint8Array[] = []
  const writer = writeWorkbook(sheets, (bytes) => chunks.push(bytes))
  fill(writer)
  writer.end()
  return Buffer.concat(chunks)
}
