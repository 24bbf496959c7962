import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { failure } from '../errors'
import type { Document, Line, Store } from '../store'
import { parse } from '../store/values'
import type { CallError } from '../types'
import { linesOfFile } from './lines'

export type Imported = { imported: number; collections: Record<string, number> }
/** Which line is wrong, where it is one. */
export type NotImported = { error: CallError; line?: number }

const NAME = /^[\w-]{1,64}$/

function requireName(name: unknown): string {
  if (typeof name !== 'string' || !NAME.test(name))
    throw new Error('a collection’s name has 1 to 64 letters, digits, _ and -')
  return name
}

function documentOf(value: unknown): Document {
  if (Object.prototype.toString.call(value) !== '[object Object]')
    throw new Error('a document in braces { } is expected')
  return value as Document
}

/** A line of one collection's file is a document; one of a whole data set says where it belongs. */
function lineOf(text: string, into: string | undefined, now: number): Line {
  try {
    JSON.parse(text)
  } catch {
    throw new Error('this is not JSON')
  }
  const value = documentOf(parse(text, now))
  if (into !== undefined) return { collection: into, document: value }
  const { collection, document } = value
  if (typeof collection !== 'string' || (document === undefined && Object.keys(value).length > 1))
    throw new Error('{"collection": …, "document": {…}} is expected; or name the collection to import into')
  const name = requireName(collection)
  return document === undefined ? { collection: name } : { collection: name, document: documentOf(document) }
}

/** Writes an already received file, all of it or nothing. */
function load(store: Store, file: string, into: string | undefined, now: number): Imported | NotImported {
  const collections: Record<string, number> = {}
  let line = 0
  function* lines(): Generator<Line> {
    if (into !== undefined) yield { collection: requireName(into) }
    for (const text of linesOfFile(file)) {
      line++
      const trimmed = text.replace(/^\uFEFF/, '').trim()
      if (trimmed === '') continue
      const read = lineOf(trimmed, into, now)
      if (read.document) collections[read.collection] = (collections[read.collection] ?? 0) + 1
      yield read
    }
  }
  try {
    return { imported: store.loadLines(lines()), collections }
  } catch (error) {
    const { message } = error as Error
    return line === 0
      ? failure('malformed', message)
      : { ...failure('malformed', `line ${line}: ${message}; nothing was imported`), line }
  }
}

/**
 * Imports JSON lines: documents of the collection `into`, or a whole data set as it was exported. It is received whole
 * before anything is written, on the disk, not in memory.
 */
export async function importLines(
  store: Store,
  request: IncomingMessage,
  into: string | undefined,
  now: number,
): Promise<Imported | NotImported> {
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-import-'))
  try {
    const file = join(folder, 'lines')
    await pipeline(request, createWriteStream(file))
    return load(store, file, into, now)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
