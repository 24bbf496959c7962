import { BSONRegExp, EJSON } from 'bson'
import type { Document } from './types'

/** Reads any EJSON string of the wire; `$tcb_server_date` becomes the time it stands for. */
export function parseAny(text: unknown, now: number): unknown {
  if (typeof text !== 'string') throw new Fault('INVALID_PARAM', 'an EJSON string is expected')
  let value: unknown
  try {
    value = EJSON.parse(text)
  } catch {
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

/** A filter, an order or a projection may be left out. */
export const parseOptional = (text: unknown, now: number): Document =>
  text === undefined || text === null ? {} : parse(text, now)

export const stringify = (document: unknown): string =>
  EJSON.stringify(document as object, { relaxed: false })

function plain(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each, now))
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof BSONRegExp) return expression(value)
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  const server = (value as { $tcb_server_date?: { offset?: number } }).$tcb_server_date
  if (server) return new Date(now + (Number(server.offset) || 0))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each, now)]))
}

/** mingo tests with JavaScript's own expressions; of the options it has i, m, s and u. */
function expression({ pattern, options }: BSONRegExp): RegExp {
  try {
    return new RegExp(pattern, options.replace(/[^imsu]/g, ''))
  } catch {
    throw new Fault('INVALID_PARAM', 'malformed regular expression')
  }
}

/** What the cloud answers instead of data. */
export class Fault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** A deep copy. Not structuredClone: under a test runner that makes objects of another realm, which mingo compares as equal. */
export const clone = (document: Document): Document => copy(document) as Document

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy)
  if (value instanceof Date) return new Date(value)
  if (Object.prototype.toString.call(value) !== '[object Object]' || (value as Document)._bsontype)
    return value
  return Object.fromEntries(Object.entries(value as Document).map(([key, each]) => [key, copy(each)]))
}
