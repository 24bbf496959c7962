import { type ImportKind, MOST_ROWS, type Problem } from '../../../contract/import'
import { Refused } from '../../platform/refusal'
import type { Sheet } from '../workbook/read'
import type { Cell, Merge, Row } from '../workbook/read-sheet'
import { columnName } from '../workbook/write-row'
import type { Column } from './kinds/column'
import { COLUMNS } from './kinds/columns'

/** A row as it was read, before it is compared with anything else. */
export interface ReadRow {
  row: number
  values: Record<string, unknown>
  problems: Problem[]
}

export interface Table {
  rows: ReadRow[]
  /** About the file as a whole. */
  notes: Problem[]
  /** Where each value stands: A, B … */
  letters: Record<string, string>
}

/** Titles may stand above the headings. */
const HEADINGS_WITHIN = 10
/** What a row is told at most; a row of nonsense has one in each column. */
const MOST_PROBLEMS = 20

const plain = (heading: string): string => heading.normalize('NFKC').replace(/[\s*]|\(.*?\)/g, '')

interface Found {
  key: string
  column: Column
  at: number
}

/** Where each column stands, and in which row the headings are. Throws FILE_EMPTY, COLUMNS_MISSING. */
function headings(kind: ImportKind, rows: readonly Row[]) {
  const columns = Object.entries(COLUMNS[kind]) as [string, Column][]
  const candidates = rows.slice(0, HEADINGS_WITHIN).map((row) => {
    const found: Found[] = []
    for (const [key, column] of columns)
      for (const [at, { text }] of row.cells)
        if (plain(text) === plain(column.heading) && !found.some((each) => each.key === key))
          found.push({ key, column, at })
    return { row, found }
  })
  const best = candidates.sort((a, b) => b.found.length - a.found.length)[0]
  if (!best) throw new Refused('FILE_EMPTY')
  const missing = columns.flatMap(([key, { heading, required }]) =>
    required && !best.found.some((each) => each.key === key) ? [`“${heading}”`] : [],
  )
  if (missing.length > 0)
    throw new Refused(
      'COLUMNS_MISSING',
      `表格里没有${missing.join('、')}${missing.length > 1 ? '这几' : '这一'}列。请下载模板，照着模板的表头填。`,
    )
  return best
}

const aboutFile = (sentence: string): Problem => ({ row: 0, sentence, blocks: false })

/** The columns of which rows are merged with others. */
function mergedCells(
  merges: readonly Merge[],
  rows: readonly Row[],
  first: number,
): Map<number, Set<number>> {
  const merged = new Map<number, Set<number>>()
  for (const {
    rows: [top, bottom],
    columns: [left, right],
  } of merges)
    for (const { number } of rows) {
      if (number <= first || number < top || number > bottom) continue
      const of = merged.get(number) ?? new Set()
      for (let at = left; at <= Math.min(right, left + 64); at++) of.add(at)
      merged.set(number, of)
    }
  return merged
}

const EMPTY: Cell = { kind: 'text', text: '' }

/** `gap`: how many empty rows there are above it. */
function readRow(
  row: Row,
  found: readonly Found[],
  merged: ReadonlySet<number> | undefined,
  gap: number,
): ReadRow {
  const read: ReadRow = { row: row.number, values: {}, problems: [] }
  if (gap > 0)
    read.problems.push({
      row: row.number - gap,
      sentence: gap === 1 ? '这一行是空的，已经跳过。' : `这一行起有 ${gap} 行是空的，已经跳过。`,
      blocks: false,
    })
  for (const { key, column, at } of found) {
    const say = (sentence: string, blocks: boolean) =>
      read.problems.length < MOST_PROBLEMS &&
      read.problems.push({
        row: row.number,
        column: columnName(at),
        heading: column.heading,
        sentence,
        blocks,
      })
    const cell = row.cells.get(at) ?? EMPTY
    if (merged?.has(at)) say('这是合并的单元格。请取消合并，每一行都填上。', true)
    else if (cell.kind !== 'formula' && cell.text.trim() === '') {
      if (column.required) say('没有填，这一列必须填。', true)
    } else {
      const reading = column.read(cell)
      if ('wrong' in reading) say(reading.wrong, true)
      else {
        read.values[key] = reading.value
        if (reading.note) say(reading.note, false)
      }
    }
  }
  return read
}

/** The template's example, left where it was. */
const isExample = (row: Row, found: readonly Found[]): boolean =>
  found.every(({ column, at }) => (row.cells.get(at)?.text ?? '').trim() === column.example)

/** Reads a sheet by the headings of a kind. Throws Refused where it cannot be one. */
export function readTable(kind: ImportKind, { rows, merges }: Sheet): Table {
  const { row: top, found } = headings(kind, rows)
  const merged = mergedCells(merges, rows, top.number)
  const letters = Object.fromEntries(found.map(({ key, at }) => [key, columnName(at)]))
  const table: Table = { rows: [], notes: [], letters }
  for (const [at, { text }] of top.cells)
    if (!found.some((each) => each.at === at) && table.notes.length < MOST_PROBLEMS)
      table.notes.push(aboutFile(`“${text.trim().slice(0, 20)}”这一列没有读：模板里没有它，或者写了两遍。`))
  let before = top.number
  for (const row of rows) {
    if (row.number <= top.number) continue
    const gap = row.number - before - 1
    if (isExample(row, found)) table.notes.push(aboutFile('模板里的示例行已经跳过，没有导入。'))
    else table.rows.push(readRow(row, found, merged.get(row.number), gap))
    before = row.number
  }
  if (table.rows.length === 0) throw new Refused('FILE_EMPTY')
  if (table.rows.length > MOST_ROWS) throw new Refused('FILE_TOO_MANY_ROWS')
  return table
}
