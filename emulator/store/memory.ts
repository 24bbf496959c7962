import { Query } from 'mingo'
import type { CollectionSchema, Document, IndexSchema } from './types'

/** A document as it stands, and the commit that put it there. */
export interface Version {
  document: Document
  sequence: number
}

/** One collection in memory, with a lookup by first field for each index of the schema. SQLite holds the durable copy. */
export interface Collection {
  name: string
  versions: Map<string, Version>
  indexes: { schema: IndexSchema; field: string; ids: Map<string, Set<string>> }[]
}

export const makeCollection = (name: string, schema: CollectionSchema): Collection => ({
  name,
  versions: new Map(),
  indexes: (schema.indexes ?? []).flatMap((index) => {
    const [first] = index.keys
    return first ? [{ schema: index, field: first.field, ids: new Map() }] : []
  }),
})

/** Equal values, equal keys; an absent field counts as null, as in a unique index of the cloud. */
export const keyOf = (value: unknown): string =>
  value instanceof Date ? `d${value.getTime()}` : value === undefined || value === null ? 'null' : `${typeof value}${JSON.stringify(value)}`

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

/** Puts, replaces or (null) removes a document. */
export function put(collection: Collection, id: string, document: Document | null, sequence: number): void {
  const before = collection.versions.get(id)?.document
  for (const { field, ids } of collection.indexes) {
    if (before) for (const value of valuesAt(before, field)) ids.get(keyOf(value))?.delete(id)
    if (document) {
      for (const value of valuesAt(document, field)) {
        const key = keyOf(value)
        const bucket = ids.get(key)
        if (bucket) bucket.add(id)
        else ids.set(key, new Set([id]))
      }
    }
  }
  if (document) collection.versions.set(id, { document, sequence })
  else collection.versions.delete(id)
}

/** The keys an equality or `$in` condition asks for; undefined where it is another kind of condition. */
function wanted(condition: unknown): string[] | undefined {
  if (condition === null || typeof condition !== 'object' || condition instanceof Date) return [keyOf(condition)]
  const { $eq, $in } = condition as { $eq?: unknown; $in?: unknown }
  if ('$eq' in condition) return [keyOf($eq)]
  return Array.isArray($in) ? $in.map(keyOf) : undefined
}

/** Conditions of a filter that must all hold, as one flat list. */
function* conjuncts(filter: Document): Generator<[string, unknown]> {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(condition)) for (const each of condition) yield* conjuncts(each as Document)
    else if (!field.startsWith('$')) yield [field, condition]
  }
}

/** Ids worth looking at: by `_id` or the narrowest index that serves an equality; all, where none does. */
export function candidates(collection: Collection, filter: Document): Iterable<string> {
  let best: Iterable<string> = collection.versions.keys()
  let size = collection.versions.size
  for (const [field, condition] of conjuncts(filter)) {
    const keys = wanted(condition)
    if (!keys) continue
    if (field === '_id') return keys.flatMap((key) => (key.startsWith('string') ? [JSON.parse(key.slice(6)) as string] : []))
    const index = collection.indexes.find((each) => each.field === field)
    if (!index) continue
    const ids = new Set(keys.flatMap((key) => [...(index.ids.get(key) ?? [])]))
    if (ids.size < size) [best, size] = [ids, ids.size]
  }
  return best
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
