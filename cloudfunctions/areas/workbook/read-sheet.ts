import { dayOfSerial } from './days'
import { Unreadable } from './unreadable'
import type { Sink } from './unzip'
import { unescaped, xmlSink } from './xml'

/** What stands in a cell: a day is YYYY-MM-DD; a number as it is stored (1.1010119900307E+17). */
export interface Cell {
  kind: 'text' | 'number' | 'day' | 'boolean' | 'formula' | 'error'
  text: string
}

/** A row with something in it: its number as Excel shows it, its cells by column (0 is A). */
export interface Row {
  number: number
  cells: Map<number, Cell>
}

/** Cells that are one on screen: rows and columns, both ends included; rows as Excel numbers them, columns from 0. */
export interface Merge {
  rows: [number, number]
  columns: [number, number]
}

/** Columns beyond this are nobody's; a cell's text beyond that is no field of ours. */
const COLUMNS = 64
const MOST_CHARACTERS = 2000
/** A table that is filled in has a few. */
const MOST_MERGES = 10_000

/** "BC12" → column 54 (0 is A) and row 12. */
function placeOf(reference: string): { column: number; row: number } {
  const [, letters = 'A', digits = '0'] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(digits) }
}

export interface SheetOptions {
  strings: readonly string[]
  dayStyles: ReadonlySet<number>
  from1904: boolean
  mostRows: number
}

/** Reads a sheet as it comes. Rows without anything in them are left out. Throws FILE_TOO_MANY_ROWS. */
export function sheetPart(rows: Row[], merges: Merge[], options: SheetOptions): Sink {
  let row: Row = { number: 0, cells: new Map() }
  let [column, type, style, value] = [-1, 'n', 0, '']
  let [formula, taking, spoken] = [false, false, 0]

  function cell(): Cell | undefined {
    if (formula) return { kind: 'formula', text: value }
    if (value === '') return undefined
    if (type === 's') return { kind: 'text', text: options.strings[Number(value)] ?? '' }
    if (type === 'inlineStr' || type === 'str') return { kind: 'text', text: unescaped(value) }
    if (type === 'b') return { kind: 'boolean', text: value }
    if (type === 'e') return { kind: 'error', text: value }
    const day =
      type === 'd'
        ? value.slice(0, 10)
        : options.dayStyles.has(style) && dayOfSerial(Number(value), options.from1904)
    return day ? { kind: 'day', text: day } : { kind: 'number', text: value }
  }

  return xmlSink({
    open(name, attributes) {
      if (name === 'row') row = { number: Number(attributes.r ?? row.number + 1), cells: new Map() }
      if (name === 'row') column = -1
      if (name === 'c') {
        column = attributes.r ? placeOf(attributes.r).column : column + 1
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        ;[value, formula] = ['', false]
      }
      if (name === 'f') formula = true
      if (name === 'rPh') spoken++
      taking = name === 'v' || (name === 't' && spoken === 0)
      if (name === 'mergeCell' && merges.length < MOST_MERGES) {
        const [from = '', to = from] = (attributes.ref ?? '').split(':')
        const [first, last] = [placeOf(from), placeOf(to)]
        merges.push({ rows: [first.row, last.row], columns: [first.column, last.column] })
      }
    },
    text(more) {
      if (taking && value.length < MOST_CHARACTERS) value += more
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false
      if (name === 'rPh') spoken--
      if (name === 'c' && column < COLUMNS) {
        const found = cell()
        if (found && (found.kind === 'formula' || found.text.trim() !== '')) row.cells.set(column, found)
      }
      if (name !== 'row' || row.cells.size === 0) return
      if (rows.length >= options.mostRows) throw new Unreadable('FILE_TOO_MANY_ROWS')
      rows.push(row)
    },
  })
}
