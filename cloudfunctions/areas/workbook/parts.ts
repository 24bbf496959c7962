import type { Sink } from './unzip'
import { unescaped, xmlSink } from './xml'

/** Texts that cells refer to by number. What is above the characters (how a name is read) is not part of them. */
export function sharedStrings(into: string[]): Sink {
  let text: string | undefined
  let [inText, spoken] = [false, 0]
  return xmlSink({
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') spoken++
      if (name === 't') inText = true
    },
    text(more) {
      if (inText && spoken === 0 && text !== undefined) text += more
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') spoken--
      if (name !== 'si') return
      into.push(unescaped(text ?? ''))
      text = undefined
    },
  })
}

/** Formats every Excel knows that show a day; the higher ones are those of Chinese, Japanese and Korean. */
const BUILT_IN_DAYS = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]

/** A format that shows a day: a y, d or m that is not in quotes, brackets or behind a backslash. */
const showsDay = (code: string): boolean =>
  /[yd]|m.*m/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '').replace(/general/i, ''))

/** Notes which cell styles (by number) show a number as a day. */
export function dayStyles(into: Set<number>): Sink {
  const formats = new Set(BUILT_IN_DAYS)
  let [inCells, style] = [false, 0]
  return xmlSink({
    open(name, { numFmtId, formatCode = '' }) {
      if (name === 'numFmt' && showsDay(formatCode)) formats.add(Number(numFmtId))
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      if (formats.has(Number(numFmtId))) into.add(style)
      style++
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
}

export interface Book {
  /** Path of the first sheet a person sees, once the relations are known. */
  sheet?: { relation: string }
  /** Days are counted from 1904, as old Macs do. */
  from1904: boolean
}

/** The sheets of a workbook: the first that is not hidden. */
export function bookPart(into: Book): Sink {
  return xmlSink({
    open(name, attributes) {
      if (name === 'workbookPr') into.from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet' || into.sheet || (attributes.state ?? 'visible') !== 'visible') return
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      if (relation) into.sheet = { relation }
    },
  })
}

/** Where each part of the workbook lies, by its relation's id. */
export function relationsPart(into: Map<string, string>): Sink {
  return xmlSink({
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id && Target)
        into.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`)
    },
  })
}
