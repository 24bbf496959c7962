import { isDate, isNil, isNumeric, show, toNumber, typeOf } from '../bson'
import { refused } from '../fault'
import { any, named, type Operator, one, over, two } from './scope'
import { searches } from './searches'
import { text } from './text'

/** What the older operators take for text: null is empty, numbers and dates are written out. */
function coerced(value: unknown): string {
  if (isNil(value)) return ''
  if (isDate(value)) return value.toISOString()
  if (typeof value === 'string' || isNumeric(value)) return String(value)
  throw refused(`can't convert from BSON type ${typeOf(value)} to String`)
}

// Only the letters of ASCII change case.
const lower = (value: string): string => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
const upper = (value: string): string => value.replace(/[a-z]/g, (letter) => letter.toUpperCase())

const numeric = (value: unknown, name: string, what: string): number => {
  if (!isNumeric(value))
    throw refused(`${name}: ${what} must be a numeric type (is BSON type ${typeOf(value)})`)
  return toNumber(value)
}

const whole = (value: unknown, name: string, what: string): number => {
  const number = numeric(value, name, what)
  if (!Number.isInteger(number))
    throw refused(`${name}: ${what} cannot be represented as a 32-bit integral value: ${number}`)
  return number
}

function substringByPoints([value, start, count]: unknown[], name: string): string {
  const [from, length] = [whole(start, name, 'starting index'), whole(count, name, 'length')]
  if (from < 0) throw refused('$substrCP: the starting index must be a non-negative integer.')
  if (length < 0) throw refused('$substrCP: length must be a non-negative integer.')
  return [...coerced(value)].slice(from, from + length).join('')
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80

function substringByBytes([value, start, count]: unknown[], name: string): string {
  const bytes = Buffer.from(coerced(value))
  // Unlike the other two, this pair cuts off what is behind the point.
  const from = Math.trunc(numeric(start, name, 'starting index'))
  const length = Math.trunc(numeric(count, name, 'length'))
  // The older name is documented to find nothing there.
  if (from < 0 && name === '$substr') return ''
  if (from < 0) throw refused(`${name}: starting index must be non-negative (got: ${from})`)
  const to = length < 0 ? bytes.length : Math.min(from + length, bytes.length)
  if (isContinuation(bytes[from]))
    throw refused(`${name}: Invalid range, starting index is a UTF-8 continuation byte.`)
  if (isContinuation(bytes[to]))
    throw refused(`${name}: Invalid range, ending index is in the middle of a UTF-8 character.`)
  return bytes.subarray(from, to).toString()
}

/** Position of a text in a list of units (code points or bytes); -1 where it is not. */
function position(values: unknown[], name: string, units: (value: string) => unknown[]): number | null {
  const [value, wanted, start, end] = values
  if (isNil(value)) return null
  const all = units(text(value, name, 'first argument'))
  const search = units(text(wanted, name, 'second argument'))
  const from = start === undefined ? 0 : whole(start, name, 'starting index')
  const to = Math.min(end === undefined ? all.length : whole(end, name, 'ending index'), all.length)
  if (from < 0 || to < 0) throw refused(`${name} requires a nonnegative index`)
  for (let at = from; at + search.length <= to; at++) {
    if (search.every((unit, index) => all[at + index] === unit)) return at
  }
  return -1
}

const SPACES = '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'

const trimming = (left: boolean, right: boolean): Operator =>
  named(['input'], ['chars'], ({ input, chars }, _, name) => {
    if (isNil(input) || chars === null) return null
    const units = [...text(input, name, 'input')]
    const cut = new Set(chars === undefined ? SPACES : text(chars, name, 'chars'))
    let [from, to] = [0, units.length]
    while (left && from < to && cut.has(units[from]!)) from++
    while (right && to > from && cut.has(units[to - 1]!)) to--
    return units.slice(from, to).join('')
  })

const replacing = (replace: (input: string, find: string, by: string) => string): Operator =>
  named(['input', 'find', 'replacement'], [], ({ input, find, replacement }, _, name) => {
    if (isNil(input) || isNil(find) || isNil(replacement)) return null
    return replace(
      text(input, name, 'input'),
      text(find, name, 'find'),
      text(replacement, name, 'replacement'),
    )
  })

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/#string-expression-operators */
export const strings: Record<string, Operator> = {
  $concat: any((values) => {
    if (values.some(isNil)) return null
    return values
      .map((value) => {
        if (typeof value !== 'string') throw refused(`$concat only supports strings, not ${typeOf(value)}`)
        return value
      })
      .join('')
  }),
  $indexOfBytes: over(2, 4, (values, _, name) => position(values, name, (value) => [...Buffer.from(value)])),
  $indexOfCP: over(2, 4, (values, _, name) => position(values, name, (value) => [...value])),
  $split: two((value, separator) => {
    if (isNil(value) || isNil(separator)) return null
    if (text(separator, '$split', 'second argument') === '')
      throw refused('$split requires a non-empty separator')
    return text(value, '$split', 'first argument').split(separator as string)
  }),
  $strLenBytes: one((value, name) => Buffer.byteLength(text(value, name))),
  $strLenCP: one((value, name) => [...text(value, name)].length),
  $strcasecmp: two((a, b) => {
    const [x, y] = [upper(coerced(a)), upper(coerced(b))]
    return x < y ? -1 : x > y ? 1 : 0
  }),
  $substr: over(3, 3, (values, _, name) => substringByBytes(values, name)),
  $substrBytes: over(3, 3, (values, _, name) => substringByBytes(values, name)),
  $substrCP: over(3, 3, (values, _, name) => substringByPoints(values, name)),
  $toLower: one((value) => lower(coerced(value))),
  $toUpper: one((value) => upper(coerced(value))),
  $trim: trimming(true, true),
  $ltrim: trimming(true, false),
  $rtrim: trimming(false, true),
  $replaceOne: replacing((input, find, by) => input.replace(find, () => by)),
  $replaceAll: replacing((input, find, by) => input.replaceAll(find, () => by)),
  ...searches,
}

export const parseNumber = (value: string): number => {
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value))
    throw refused(`Failed to parse number ${show(value)} in $convert`)
  return Number(value)
}
