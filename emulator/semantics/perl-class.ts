import { refused } from './fault'

/** Perl's own classes, as what stands between brackets. ASCII, as MongoDB compiles without PCRE_UCP. */
const SPACE = '\\t-\\r '
const HORIZONTAL = '\\t \\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000'
const VERTICAL = '\\n-\\r\\u0085\\u2028\\u2029'
const POSIX: Record<string, string> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: SPACE,
  blank: '\\t ',
  punct: '!-\\/:-@\\[-`\\{-~',
  xdigit: '0-9A-Fa-f',
  word: '\\w',
  cntrl: '\\0-\\x1f\\x7f',
  print: ' -~',
  graph: '!-~',
  ascii: '\\0-\\x7f',
}
const SETS: Record<string, string> = { s: SPACE, h: HORIZONTAL, v: VERTICAL, d: '0-9', w: '\\w' }
const CONTROLS: Record<string, string> = { a: '\\x07', e: '\\x1b', f: '\\f', n: '\\n', r: '\\r', t: '\\t' }

/** A character as a literal, inside brackets or out. */
export const literal = (character: string): string =>
  /[\^$\\.*+?()[\]{}|/-]/.test(character)
    ? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
    : character

const isProperty = (name: string): boolean => {
  try {
    return new RegExp(`\\p{${name}}`, 'u').flags === 'u'
  } catch {
    return false
  }
}

function property(letter: string, given: string): string {
  const isNegated = (letter === 'P') !== given.startsWith('^')
  const name = given.replace(/^\^/, '')
  const known = [name, `Script=${name}`].find(isProperty)
  if (!known) throw refused(`Regular expression is invalid: unknown property name after \\P or \\p`)
  return `\\${isNegated ? 'P' : 'p'}{${known}}`
}

/** One escape that stands for a character or a set of them. */
export interface Escaped {
  /** What it is between brackets. */
  inside: string
  /** Everything but this. */
  isNegated?: boolean
  /** Of one character, so it may begin or end a range. */
  isCharacter?: boolean
  length: number
}

/** Reads the escape at the beginning of a text, `\d` or `\x{4e00}`. */
export function escapeAt(text: string): Escaped {
  const property_ = /^\\([pP])(?:\{(\^?\w+)\}|([A-Za-z]))/.exec(text)
  if (property_)
    return { inside: property(property_[1]!, property_[2] ?? property_[3]!), length: property_[0].length }
  const code = /^\\x\{([0-9a-fA-F]+)\}|^\\x([0-9a-fA-F]{0,2})|^\\(0[0-7]{0,2})/.exec(text)
  if (code) {
    const value =
      code[3] === undefined ? Number.parseInt(code[1] || code[2] || '0', 16) : Number.parseInt(code[3], 8)
    return { inside: `\\u{${value.toString(16)}}`, isCharacter: true, length: code[0].length }
  }
  const letter = String.fromCodePoint(text.codePointAt(1) ?? 92)
  const set = SETS[letter.toLowerCase()]
  if (set !== undefined && letter !== 'V')
    return { inside: set, isNegated: letter !== letter.toLowerCase(), length: 2 }
  if (letter === 'V') return { inside: VERTICAL, isNegated: true, length: 2 }
  return { inside: CONTROLS[letter] ?? literal(letter), isCharacter: true, length: 1 + letter.length }
}

/** A letter's other case, where it is one character. */
const otherCase = (character: string): string => {
  const other = character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase()
  return [...other].length === 1 && other !== character ? other : ''
}

export const eitherCase = (character: string): string => {
  const other = otherCase(character)
  return other ? `[${literal(character)}${literal(other)}]` : literal(character)
}

const widened = (range: string): string => {
  const ends = /^([a-z])-([a-z])$|^([A-Z])-([A-Z])$/.exec(range)
  if (ends) return `${range}${otherCase(range[0]!)}-${otherCase(range[2]!)}`
  return [...range].length === 1 ? `${range}${literal(otherCase(range))}` : range
}

/**
 * Reads the class at the beginning of a text, `[^a-z[:digit:]]`.
 * @param folds whether letters stand for both cases
 */
export function classAt(text: string, folds: boolean): { source: string; length: number } {
  const isNegated = text[1] === '^'
  let at = isNegated ? 2 : 1
  const parts: string[] = []
  const alternatives: string[] = []
  const one = (): { inside: string; isCharacter: boolean } => {
    if (text[at] === '\\') {
      const { inside, isNegated: not, isCharacter = false, length } = escapeAt(text.slice(at))
      const isBackspace = text[at + 1] === 'b'
      at += length
      if (not) alternatives.push(`[^${inside}]`)
      return { inside: not ? '' : isBackspace ? '\\x08' : inside, isCharacter }
    }
    const character = String.fromCodePoint(text.codePointAt(at)!)
    at += character.length
    return { inside: literal(character), isCharacter: true }
  }
  for (let first = true; first || text[at] !== ']'; first = false) {
    if (at >= text.length)
      throw refused('Regular expression is invalid: missing terminating ] for character class')
    const posix = /^\[:(\^?)(\w+):\]/.exec(text.slice(at))
    if (posix) {
      const set = POSIX[posix[2]!]
      if (!set) throw refused('Regular expression is invalid: unknown POSIX class name')
      if (posix[1]) alternatives.push(`[^${set}]`)
      else parts.push(set)
      at += posix[0].length
      continue
    }
    const from = one()
    const isRange = from.isCharacter && text[at] === '-' && text[at + 1] !== ']' && at + 1 < text.length
    if (isRange && !/^-(?:\[:|\\[dswhvDSWHVpP])/.test(text.slice(at))) {
      at++
      parts.push(folds ? widened(`${from.inside}-${one().inside}`) : `${from.inside}-${one().inside}`)
    } else parts.push(folds && from.isCharacter ? widened(from.inside) : from.inside)
  }
  const plain = `[${parts.join('')}]`
  const all = parts.some((part) => part !== '') ? [plain, ...alternatives] : alternatives
  const positive = all.length === 1 ? all[0]! : `(?:${all.join('|')})`
  return {
    source: isNegated
      ? all.length === 1 && all[0] === plain
        ? `[^${parts.join('')}]`
        : `(?:(?!${positive})[^])`
      : positive,
    length: at + 1,
  }
}
