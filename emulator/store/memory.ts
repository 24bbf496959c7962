import { Query } from 'mingo'
import type { CollectionSchema, Document, IndexSchema } from './types'

/** A document as it stands, and the commit that put it there. */
export interface Version {
  document: Document
  sequence: number
}

/** Ids by the values of one index's leading fields. */
export interface Lookup {
  fields: string[]
  ids: Map<string, Set<string>>
  /** Name of the unique index that is exactly these fields. */
  unique?: string
}

/** One collection in memory, with lookups for the indexes of the schema. SQLite holds the durable copy. */
export interface Collection {
  name: string
  versions: Map<string, Version>
  lookups: Lookup[]
}

export const makeCollection = (name: string, schema: CollectionSchema): Collection => ({
  name,
  versions: new Map(),
  lookups: lookupsOf(schema.indexes ?? []),
})

/** One lookup for each prefix of each index: equalities on the leading fields are all it takes to use it. */
function lookupsOf(indexes: IndexSchema[]): Lookup[] {
  const made = new Map<string, Lookup>()
  for (const { name, keys, unique } of indexes) {
    for (let length = 1; length <= keys.length; length++) {
      const fields = keys.slice(0, length).map(({ field }) => field)
      const isUnique = unique === true && length === keys.length
      // Below `_id` every bucket would hold one document: it orders, it does not narrow.
      if (fields.at(-1) === '_id' && !isUnique) break
      const lookup: Lookup = made.get(fields.join()) ?? { fields, ids: new Map() }
      if (isUnique) lookup.unique = name
      made.set(fields.join(), lookup)
    }
  }
  return [...made.values()]
}

/** Equal values, equal keys; an absent field counts as null, as in a unique index of the cloud. */
export const keyOf = (value: unknown): string =>
  value instanceof Date
    ? `d${value.getTime()}`
    : value === undefined || value === null
      ? 'null'
      : `${typeof value}${JSON.stringify(value)}`

/** Every value at a dotted path, through arrays; null where there is none. */
export function valuesAt(document: unknown, path: string): unknown[] {
  let reached: unknown[] = [document]
  for (const step of path.split('.')) {
    reached = reached.flatMap((each) => {
      if (Array.isArray(each)) return each.map((member) => (member as Document | null)?.[step])
      return [(each as Document | null | undefined)?.[step]]
    })
  }
  const values = reached.flatMap((each) => (Array.isArray(each) ? each : [each]))
  return values.length > 0 ? values : [null]
}

/** Keys under which a document stands in a lookup: one for each combination of array members. */
export function keysOf(document: Document, fields: string[]): Set<string> {
  return new Set(combine(fields.map((field) => valuesAt(document, field).map(keyOf))))
}

const combine = (parts: string[][]): string[] =>
  parts.reduce<string[]>(
    (heads, tails) => heads.flatMap((head) => tails.map((tail) => `${head}|${tail}`)),
    [''],
  )

/** Puts, replaces or (null) removes a document. */
export function put(collection: Collection, id: string, document: Document | null, sequence: number): void {
  const before = collection.versions.get(id)?.document
  for (const { fields, ids } of collection.lookups) {
    if (before) {
      for (const key of keysOf(before, fields)) {
        const bucket = ids.get(key)
        if (bucket?.delete(id) && bucket.size === 0) ids.delete(key)
      }
    }
    if (document) {
      for (const key of keysOf(document, fields)) {
        const bucket = ids.get(key)
        if (bucket) bucket.add(id)
        else ids.set(key, new Set([id]))
      }
    }
  }
  if (document) collection.versions.set(id, { document, sequence })
  else collection.versions.delete(id)
}

// null is left to a full look: mingo lets it match absent members that no index key stands for.
const isScalar = (value: unknown): boolean =>
  value !== null && value !== undefined && (typeof value !== 'object' || value instanceof Date)

/** The values an equality or `$in` condition asks for; undefined where it is another kind of condition. */
function wanted(condition: unknown): unknown[] | undefined {
  if (isScalar(condition)) return [condition]
  if (condition === null || condition === undefined) return undefined
  const { $eq, $in } = condition as { $eq?: unknown; $in?: unknown }
  if ('$eq' in (condition as object)) return isScalar($eq) ? [$eq] : undefined
  return Array.isArray($in) && $in.every(isScalar) ? $in : undefined
}

/** Conditions of a filter that must all hold, as one flat list. */
function* conjuncts(filter: Document): Generator<[string, unknown]> {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(condition))
      for (const each of condition) yield* conjuncts(each as Document)
    else if (!field.startsWith('$')) yield [field, condition]
  }
}

/** Ids worth looking at: by `_id` or the narrowest lookup whose fields all have equalities; all, where none does. */
export function candidates(collection: Collection, filter: Document): Iterable<string> {
  const asked = new Map<string, unknown[]>()
  for (const [field, condition] of conjuncts(filter)) {
    const values = wanted(condition)
    if (values && !asked.has(field)) asked.set(field, values)
  }
  const ids = asked.get('_id')
  if (ids) return new Set(ids.map(String))
  let best: { keys: string[]; lookup: Lookup } | undefined
  let size = collection.versions.size
  for (const lookup of collection.lookups) {
    if (!lookup.fields.every((field) => asked.has(field))) continue
    const keys = [...new Set(combine(lookup.fields.map((field) => asked.get(field)!.map(keyOf))))]
    const found = keys.reduce((sum, key) => sum + (lookup.ids.get(key)?.size ?? 0), 0)
    if (found < size || !best) [best, size] = [{ keys, lookup }, found]
  }
  if (!best) return collection.versions.keys()
  const { keys, lookup } = best
  // A document with several of the values stands in several buckets.
  return keys.length === 1
    ? (lookup.ids.get(keys[0]!) ?? [])
    : new Set(keys.flatMap((key) => [...(lookup.ids.get(key) ?? [])]))
}

/** Documents that match, by MongoDB's semantics, and how many had to be looked at. */
export function match(collection: Collection, filter: Document): { documents: Document[]; scanned: number } {
  const query = new Query(filter)
  const documents: Document[] = []
  let scanned = 0
  for (const id of candidates(collection, filter)) {
    const version = collection.versions.get(id)
    if (!version) continue
    scanned++
    if (query.test(version.document)) documents.push(version.document)
  }
  return { documents, scanned }
}
