import { EJSON } from 'bson'
import type { Document } from './types'

/** Reads an EJSON string of the wire; `$tcb_server_date` becomes the time it stands for. */
export function parse(text: unknown, now: number): Document {
  if (text === undefined) return {}
  if (typeof text !== 'string') throw new Fault('INVALID_PARAM', 'an EJSON string is expected')
  let value: unknown
  try {
    value = EJSON.parse(text)
  } catch {
    throw new Fault('INVALID_PARAM', 'malformed EJSON')
  }
  if (typeof value !== 'object' || value === null) throw new Fault('INVALID_PARAM', 'an object is expected')
  return dated(value, now) as Document
}

export const stringify = (document: unknown): string => EJSON.stringify(document as object, { relaxed: false })

function dated(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((each) => dated(each, now))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  const server = (value as { $tcb_server_date?: { offset?: number } }).$tcb_server_date
  if (server) return new Date(now + (server.offset ?? 0))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, dated(each, now)]))
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

export const clone = (document: Document): Document => structuredClone(document)
