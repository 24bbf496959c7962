import { type BSONRegExp, EJSON } from 'bson'
import { Fault, refused } from '../semantics/fault'
import type { Document } from './types'

export { clone } from '../semantics/bson'
export { Fault }

/** JavaScript's own flags, which say nothing about whether a text matches. */
const UNHEEDED =
  /("\$regularExpression":\{"pattern":"(?:[^"\\]|\\.)*","options":"[imsxlu]*)[gydv]+(?=[imsxlu]*"\})/g

/** Nothing in it that EJSON reads otherwise than JSON: no name with a dollar, no zero in one, however they are written. */
const isJson = (text: string): boolean => !text.includes('$') && !text.includes('\\u00')

/** Reads any EJSON string of the wire; `$tcb_server_date` becomes the time it stands for. */
export function parseAny(text: unknown, now: number): unknown {
  if (typeof text !== 'string') throw new Fault('INVALID_PARAM', 'an EJSON string is expected')
  let value: unknown
  try {
    if (isJson(text)) return JSON.parse(text)
    value = EJSON.parse(text.includes('"$regularExpression"') ? text.replace(UNHEEDED, '$1') : text)
  } catch (error) {
    const option = /regular expression option \[(.)\]/.exec((error as Error).message)?.[1]
    if (option) throw refused(`invalid flag in regex options: ${option}`)
    throw new Fault('INVALID_PARAM', 'malformed EJSON')
  }
  return plain(value, now)
}

/** Reads an EJSON object; refuses anything else. */
export function parse(text: unknown, now: number): Document {
  const value = parseAny(text, now)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Fault('INVALID_PARAM', 'an object is expected')
  }
  return value as Document
}

/** A filter, an order or a projection may be left out; a collection without `where` sends an empty text. */
export const parseOptional = (text: unknown, now: number): Document =>
  text === undefined || text === null || text === '' ? {} : parse(text, now)

/** Whether JSON says it as EJSON does: no dates, no classes of BSON's, nothing infinite or undefined. */
function isSimple(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      return Number.isFinite(value)
    case 'object':
      break
    default:
      return false
  }
  if (value === null) return true
  if (Array.isArray(value)) return value.every(isSimple)
  if (Object.getPrototypeOf(value) !== Object.prototype || '_bsontype' in value) return false
  for (const key of Object.keys(value)) if (!isSimple((value as Document)[key])) return false
  return true
}

export const stringify = (document: unknown): string =>
  isSimple(document) ? JSON.stringify(document) : EJSON.stringify(document as object, { relaxed: true })

/**
 * A document's text as the cloud answers it: ObjectIds have become their digits, which is why the SDK has no
 * class for them. https://github.com/TencentCloudBase/node-sdk/blob/master/test/database/unit/oid.test.ts
 */
export const answerOf = (text: string): string =>
  text.includes('{"$oid":') ? text.replace(/\{"\$oid":("[0-9a-f]{24}")\}/g, '$1') : text

function plain(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each, now))
  if (typeof value !== 'object' || value === null) return value
  if ((value as { _bsontype?: string })._bsontype === 'BSONRegExp') return expression(value as BSONRegExp)
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  const server = (value as { $tcb_server_date?: { offset?: number } | null }).$tcb_server_date
  if (server !== undefined) return new Date(now + (Number(server?.offset) || 0))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each, now)]))
}

/** As one of JavaScript's where that says the same; Perl's own notation stays as it came. */
function expression(given: BSONRegExp): RegExp | BSONRegExp {
  const { pattern, options } = given
  if (!/^[ims]*$/.test(options)) return given
  try {
    const made = new RegExp(pattern, options)
    return made.source === pattern ? made : given
  } catch {
    return given
  }
}
