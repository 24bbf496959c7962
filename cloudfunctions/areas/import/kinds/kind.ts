import type { Thing } from '../../../../contract/audit'
import type { Configuration } from '../../../platform/configuration'
import type { CollectionName, Transaction } from '../../../platform/database'
import type { ImportRow } from '../documents'
import type { Places } from '../places'

/** Reads one document: from what was fetched beforehand, or in a transaction. */
export type Get = <T>(collection: CollectionName, id: string) => Promise<T | null>

export interface Surroundings {
  places: Places
  configuration: Configuration
  now: Date
  /** Who imports. */
  openid: string
  importId: string
}

/** One document a row brings about. People are written by registry/put-person.ts, the rest as it is. */
export interface Change {
  collection: CollectionName
  before: ({ _id: string } & object) | null
  after: { _id: string } & object
}

/** What a row comes to: changes (none: it says what is stored already), or why it cannot be. */
export type Plan = { about: Thing; changes: Change[] } | { wrong: string; key?: string }

/** How a kind of row finds what it is about, and what it makes of it. */
export interface Kind {
  /**
   * Ids of what each row is about, found by questions over all of them at once; those of what is new are made from the
   * row. A row that could be about several is `wrong`.
   */
  find(
    rows: readonly ImportRow[],
    surroundings: Surroundings,
  ): Promise<(Found | { wrong: string; key?: string })[]>
  /** What the row comes to, from the documents under its ids as they are now. */
  plan(row: ImportRow & { ids: Record<string, string> }, get: Get, surroundings: Surroundings): Promise<Plan>
}

/** Ids by what they are of. */
export interface Found {
  ids: Record<string, string>
}

/** Writes a person as the registry does. */
export type Put = (transaction: Transaction, change: Change) => Promise<object>
