import { createHash } from 'node:crypto'
import type { Thing } from '../../../contract/audit'
import type { ImportKind, ImportProgress, ImportState, Problem } from '../../../contract/import'
import type { CollectionName } from '../../platform/database'
import type { Sealed } from '../../platform/secrets'
import type { Doer } from '../audit/documents'
import type { Village } from './places'

/** `imports`: a file that was read, and how far what became of it has come. */
export interface ImportDocument {
  _id: string
  kind: ImportKind
  at: string
  who: Doer
  /** The importer's regions then: who holds all of them may go on with it. The empty one is an administrator's. */
  scopes: string[]
  /** The same with everything they lie in, for lists. */
  places: string[]
  state: ImportState
  /** How many chunks there are, and the next one to be worked on. */
  chunks: number
  next: number
  counts: ImportProgress['counts']
  /** Where each value stood in the file: A, B … */
  letters: Record<string, string>
  /** About the file as a whole. */
  notes: Problem[]
  /** When the rows, which hold personal data, are removed, ISO; without them nothing can be taken back. */
  forgetAt: string
}

/** A row of the file on its way. The identity number is sealed to `<import>:<row>`. */
export interface ImportRow {
  row: number
  values: Record<string, unknown>
  village?: Village
  townships?: string[]
  identity?: Sealed
  identityHash?: string
  /** wrong: has a problem; read: not compared yet; the rest as compared with what was stored then. */
  state: 'wrong' | 'read' | 'new' | 'changed' | 'same'
  /** What it is about, by id, once it was compared. */
  ids?: Record<string, string>
}

/** `importChunks`, _id = import:number. */
export interface ImportChunk {
  _id: string
  importId: string
  number: number
  rows: ImportRow[]
  problems: Problem[]
  /** There are problems in it. */
  troubled: boolean
  forgetAt: string
}

/** One document as an import found and left it. */
export interface Written {
  collection: CollectionName
  id: string
  /** Null: there was none. */
  before: Record<string, unknown> | null
  /** Of what was written: whoever has touched it since has changed this. */
  print: string
}

/** `importRows`, _id = import:row — a row that was written, in the same transaction. */
export interface WrittenRow {
  _id: string
  importId: string
  chunk: number
  row: number
  about: Thing
  written: Written[]
  state: 'written' | 'undone' | 'kept'
  forgetAt: string
}

/** Rows in a chunk: a document of some tens of kilobytes. */
export const CHUNK_ROWS = 200

export const chunkId = (importId: string, number: number): string => `${importId}:${number}`
export const rowId = (importId: string, row: number): string => `${importId}:row:${row}`

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The id of what a row brings, made of what identifies it: the same file makes the same ids. */
export const idOf = (kind: string, ...parts: string[]): string =>
  `${kind}-${sha256(parts.join('\n')).slice(0, 24)}`

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

/** Tells whether a document is still as it was written. */
export const printOf = (document: object): string => sha256(canonical(document)).slice(0, 32)

/** Whether two documents say the same. */
export const alike = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

/** As a write stores it: what is undefined is not there. */
export const storable = <T extends object>(document: T): T => JSON.parse(JSON.stringify(document)) as T
