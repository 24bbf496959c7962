/** One field of a schema index. `field` may be dotted; arrays on the way give one index row per member. */
export interface IndexKey {
  field: string
  direction: 1 | -1
}

export interface IndexSchema {
  name: string
  keys: IndexKey[]
  unique?: boolean
}

export interface CollectionSchema {
  /** Access rule for clients; the store ignores it, whoever serves clients applies it. */
  permission?: string
  indexes?: IndexSchema[]
}

/** The parsed cloudfunctions/database.json. */
export interface DatabaseSchema {
  collections: Record<string, CollectionSchema>
}

/** `scanned` counts documents examined, `returned` documents handed back (or changed); a count returns one answer. */
export interface AnswerMeta {
  collection?: string
  /** The index it began with. */
  index?: string
  scanned: number
  returned: number
  /** Looked at more than ten times what it returned: it wants an index. */
  wasteful?: true
}

/**
 * What one action answers. `data` and `code`/`message` go to the SDK as they are, next to a requestId;
 * `meta` is for the log.
 */
export type Answer =
  /** `transactionId` only for startTransaction: the SDK reads it beside `data`, so pass it on. */
  { data: unknown; transactionId?: string; meta: AnswerMeta } | { code: string; message: string }

export type Document = Record<string, unknown>

export interface IndexInfo {
  name: string
  keys: IndexKey[]
  unique: boolean
  /** Some document has several values in it: an array. */
  manyValues: boolean
}

export interface Explanation {
  /** Absent where every document is looked at. */
  index?: string
  /** Fields of the index the filter narrows, and the pieces of it that are read. */
  fields?: number
  spans?: number
  sortsItself: boolean
  /** The index alone decides what matches. */
  exact: boolean
  scanned: number
  returned: number
}

/** What a loaded line holds: a document, or only that there is such a collection. */
export interface Line {
  collection: string
  document?: Document
}

export interface Store {
  /**
   * One `database.*` action of the SDK's wire protocol.
   * @param payload the parsed JSON body of POST /admin
   * @returns never rejects: bad payloads and failed writes are answers with a code
   */
  handle(action: string, payload: Record<string, unknown>): Promise<Answer>
  /** The same as the text of a JSON object, `{"data": …}` or `{"code": …, "message": …}`, as it goes over the wire. */
  say(action: string, payload: Record<string, unknown>): Promise<{ text: string; meta?: AnswerMeta }>
  /** Loads many plain documents (Dates allowed) in one durable write, creating the collection. Returns how many. */
  insertMany(collection: string, documents: Document[]): number
  /**
   * Writes documents, all or none, without holding them in memory; one whose `_id` is known is replaced. No transaction may
   * be open. Returns how many; throws what is wrong with the last one taken.
   */
  loadLines(lines: Iterable<Line>): number
  /** The documents of a collection as EJSON texts, a few at a time. */
  texts(collection: string): Iterable<string>
  /** All collections by name with their document counts. */
  collections(): { name: string; count: number; indexes: IndexInfo[] }[]
  /** Documents by a MongoDB filter, for the console and tests; at most `limit` (default 100). They must not be changed. */
  find(collection: string, filter: Document, limit?: number, order?: Record<string, 1 | -1>): Document[]
  /** Runs a query and says how: the index it began with, whether that sorts, documents looked at and returned. */
  explain(
    collection: string,
    asked: { filter: Document; order?: Record<string, 1 | -1>; skip?: number; limit?: number },
  ): Explanation
  /** Copies everything into a file; `restore` makes everything as it is there, and ends open transactions. */
  snapshot(path: string): void
  restore(path: string): void
  close(): void
}

export interface StoreOptions {
  /** Path of the SQLite file, or ':memory:'. */
  file: string
  schema: DatabaseSchema
  /** Milliseconds since 1970; serverDate and timeouts read it. */
  now?: () => number
  /** An artificial limit of the database file, in pages of 4 KiB: a full disk. */
  maxPages?: number
}
