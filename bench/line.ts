/** One figure of the report; with a target it is met or missed. */
export interface Line {
  name: string
  value: number
  /** What stands behind the figure: `ms`, `bytes` … */
  unit?: string
  /** At most this; or exactly this. */
  target?: { most: number } | { exactly: number }
  /** More about it, at the end of its line. */
  note?: string
}

/** What one measurement found. */
export interface Found {
  lines: Line[]
  /** Tables and sentences, printed under the lines as they are. */
  notes?: string[]
}

export interface Measurement {
  /** What it is called on the command line. */
  name: string
  title: string
  measure(): Promise<Found>
}

/** Whether a line's target is met; null for a figure without one. */
export function isMet({ value, target }: Line): boolean | null {
  if (!target) return null
  return 'most' in target ? value <= target.most : value === target.exactly
}

/** Ratios with two decimals, everything else whole, thousands apart. */
export function sayValue(value: number, unit?: string): string {
  if (!Number.isFinite(value)) return String(value)
  const text = unit || Number.isInteger(value) ? Math.round(value).toLocaleString('en') : value.toFixed(2)
  return unit ? `${text} ${unit}` : text
}

function sayTarget({ target, unit }: Line): string {
  if (!target) return ''
  return 'most' in target ? `≤ ${sayValue(target.most, unit)}` : `= ${sayValue(target.exactly, unit)}`
}

/** The lines in columns: name, value, target, met or MISSED, note. */
export function sayLines(lines: readonly Line[]): string[] {
  return sayTable(
    lines.map((line) => {
      const met = isMet(line)
      return [
        line.name,
        sayValue(line.value, line.unit),
        sayTarget(line),
        met === null ? '' : met ? 'met   ' : 'MISSED',
        line.note ?? '',
      ]
    }),
  )
}

/** Rows in columns as wide as they need; the first to the left, the others to the right, the last as it is. */
export function sayTable(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (wide, row) => row.map((cell, n) => Math.max(wide[n] ?? 0, cell.length)),
    [],
  )
  const pad = (cell: string, n: number) =>
    n === 0 ? cell.padEnd(widths[n] ?? 0) : n === widths.length - 1 ? cell : cell.padStart(widths[n] ?? 0)
  return rows.map((row) => row.map(pad).join('   ').trimEnd())
}

/** The last line of the report. */
export function sayVerdict(lines: readonly Line[]): string {
  const judged = lines.map(isMet).filter((met) => met !== null)
  const missed = judged.filter((met) => !met).length
  return `${judged.length - missed} targets met, ${missed} missed`
}
