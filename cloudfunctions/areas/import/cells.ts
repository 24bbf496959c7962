import type * as z from 'zod'
import type { Cell } from '../workbook/read-sheet'

/** What a cell means: a value, perhaps with a word on how it was mended; or a sentence on what is wrong with it. */
export type Reading<T> = { value: T; note?: string } | { wrong: string }
export type Reader<T> = (cell: Cell) => Reading<T>

const FORMULA = '这一格是公式。请选中这一列复制，在原处“选择性粘贴”为“数值”，再保存。'
const ERROR_VALUE = '这一格是 Excel 的出错标记。请改成真正的内容。'
const IS_DAY = '这一格是日期，请改成文字。'
/** Excel keeps 15 digits of a number. */
export const LOST_DIGITS =
  '这个号码被 Excel 当成了数字，后几位已经变成 0，找不回来了。请把这一列设成“文本”，对着证件重新填。'
const AS_TEXT = '小数和很大的数认不准。请把这一列设成“文本”，再填一遍。'

const SCIENTIFIC = /^\d(\.\d+)?e\+?\d+$/i
const EXACT = 1e15

/** The text of a cell that should hold a text: also digits that Excel keeps as a number, while it still knows them all. */
export function textOf({ kind, text }: Cell): Reading<string> {
  if (kind === 'formula') return { wrong: FORMULA }
  if (kind === 'error') return { wrong: ERROR_VALUE }
  if (kind === 'day') return { wrong: IS_DAY }
  if (kind === 'boolean') return { value: text === '1' ? '是' : '否' }
  if (kind === 'text') return SCIENTIFIC.test(text.trim()) ? { wrong: LOST_DIGITS } : { value: text }
  const number = Number(text)
  if (Math.abs(number) >= EXACT) return { wrong: LOST_DIGITS }
  return Number.isInteger(number) ? { value: String(number) } : { wrong: AS_TEXT }
}

/** How a text was mended, in a sentence; undefined where nothing was. */
export function mended(before: string, after: string): string | undefined {
  if (before === after) return undefined
  const halves = before.normalize('NFKC')
  if (halves.trim() === after && halves === before) return '前后多了空格，已经去掉。'
  if (halves !== before && FULL_WIDTH.test(before)) return HALVED
  if (/\s/.test(before)) return '里面多了空格，已经去掉。'
  if (before.toUpperCase() === after) return undefined
  return `已经按“${after}”来读，请核对。`
}

const FULL_WIDTH = /[\uff01-\uff5e]/
const HALVED = '有全角的字符，已经改成半角。'

/** Says of a number that its full-width digits were understood. */
const halved = (before: string): { note?: string } => (FULL_WIDTH.test(before) ? { note: HALVED } : {})

/** Reads by a field of the contract: its own sentence where it refuses. `secret`: the value is in no sentence. */
export const field =
  <T extends string>(schema: z.ZodType<T>, { secret = false } = {}): Reader<T> =>
  (cell) => {
    const read = textOf(cell)
    if ('wrong' in read) return read
    const parsed = schema.safeParse(read.value)
    if (!parsed.success) return { wrong: `${parsed.error.issues[0]?.message ?? '这里没填对，请检查'}。` }
    const note = mended(read.value, parsed.data)
    return note && !(secret && note.includes('“')) ? { value: parsed.data, note } : { value: parsed.data }
  }

const YES = ['是', '有', '对', 'y', 'yes', '1', '√', '✓', 'true']
const NO = ['否', '不是', '无', '没有', 'n', 'no', '0', '×', 'false']

export const yesOrNo: Reader<boolean> = (cell) => {
  const read = textOf(cell)
  if ('wrong' in read) return read
  const word = read.value.normalize('NFKC').trim().toLowerCase()
  if (YES.includes(word)) return { value: true }
  return NO.includes(word) ? { value: false } : { wrong: '这里只能填“是”或者“否”。' }
}

/** A whole number between two bounds. */
export const whole =
  (least: number, most: number, sentence: string): Reader<number> =>
  (cell) => {
    const read = textOf(cell)
    if ('wrong' in read) return read
    const text = read.value.normalize('NFKC').replace(/[\s,]|年$/g, '')
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    return number >= least && number <= most ? { value: number, ...halved(read.value) } : { wrong: sentence }
  }

/** Yuan with at most two places, as fen. */
export const yuan: Reader<number> = (cell) => {
  const read = cell.kind === 'number' ? { value: String(Number(cell.text)) } : textOf(cell)
  if ('wrong' in read) return read
  const text = read.value.normalize('NFKC').replace(/[\s,¥元]/g, '')
  const [, yuan, cents = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  if (yuan === undefined) return { wrong: '金额请只填数字，单位是元，比如 1000。' }
  return { value: Number(yuan) * 100 + Number(cents.padEnd(2, '0')), ...halved(read.value) }
}

const DAY = /^(\d{4})(?:[-/.年]?)(\d{1,2})(?:[-/.月]?)(\d{1,2})日?$/
const WRITTEN_DAY = '日期请写成 2026-07-01 这样。'

/** A day: as Excel's own, or typed as text in any of the usual ways, which is said. */
export const day: Reader<string> = (cell) => {
  if (cell.kind === 'day') return { value: cell.text }
  const read = textOf(cell)
  if ('wrong' in read) return read
  const text = read.value.normalize('NFKC').replace(/\s/g, '')
  const [, year, month, date] = DAY.exec(text) ?? []
  if (!year || !month || !date) return { wrong: WRITTEN_DAY }
  // 2026111 could be two days.
  if (/^\d{5,7}$/.test(text)) return { wrong: WRITTEN_DAY }
  const value = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = new Date(`${value}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== value)
    return { wrong: '没有这一天，请检查月份和日子。' }
  const [y, m, d] = [Number(year), Number(month), Number(date)]
  return cell.kind === 'text' && text === value
    ? { value }
    : { value, note: `日期是当文字打的，已经读成 ${y} 年 ${m} 月 ${d} 日，请核对。` }
}

/** The day of the year on which something is due: MM-DD. */
export const dayOfYear: Reader<string> = (cell) => {
  if (cell.kind === 'day') return { value: cell.text.slice(5) }
  const read = textOf(cell)
  if ('wrong' in read) return read
  const text = read.value.normalize('NFKC').replace(/\s/g, '')
  const [, month = '', date = ''] = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  const value = `${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = new Date(`2000-${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(5, 10) === value
    ? { value }
    : { wrong: '请写成几月几日，比如 12-20。' }
}

/** Several words with 、 or a comma between, each one of a list. */
export const several =
  <T extends string>(names: Readonly<Record<T, string>>): Reader<T[]> =>
  (cell) => {
    const read = textOf(cell)
    if ('wrong' in read) return read
    const words = read.value.split(/[、,，;；\s]+/).filter((word) => word !== '')
    const found: T[] = []
    for (const word of words) {
      const entry = (Object.entries(names) as [T, string][]).find(([, name]) => name === word)
      if (!entry)
        return {
          wrong: `“${word.slice(0, 10)}”不认识，只能填：${Object.values(names).join('、').slice(0, 120)}。`,
        }
      if (!found.includes(entry[0])) found.push(entry[0])
    }
    return { value: found }
  }
