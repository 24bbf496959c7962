import { cloud } from './cloud'
import { hasEnded, isBroken } from './passing'
import { retry } from './retry'

// A missing document is an answer (null), not an exception.
export const database = cloud.database({ throwOnNotFound: false } as object)
export const command = database.command

/** The collections of database.json; a name that is not there would fail only at run time. */
export type CollectionName = keyof typeof import('../database.json')['collections']

export const collection = (name: CollectionName) => database.collection(name)

/** One document, or null. One round trip. */
export async function read<T>(name: CollectionName, id: string): Promise<T | null> {
  const got = await asking(() => collection(name).doc(id).get())
  return (got as unknown as { data: T | null }).data
}

/** The documents of a query that says how many it wants at most. One round trip. */
export async function rows<T>(query: { get(): unknown }): Promise<T[]> {
  return ((await asking(() => query.get())) as { data: T[] }).data
}

/** A condition for any of some values; of a single one, such that an index can also give the order. */
export const oneOf = (values: readonly string[]) =>
  values.length === 1 ? values[0] : command.in([...values])

/** A condition for codes that lie in a region, itself among them: one range of an index, for ':' follows '9'. */
export const inRegion = (code: string) => command.gte(code).and(command.lt(`${code}:`))

/** Reading twice is harmless; a function that wakes up may find its old connection gone. */
const asking = <T>(get: () => T) => retry(async () => await get(), isBroken)

/** What a transaction can do: single documents only (a limit of the platform). Each call is one round trip. */
export interface Transaction {
  get<T>(name: CollectionName, id: string): Promise<T | null>
  /** Creates a document; one that is there already is a fault, never replaced. */
  create<T extends { _id: string }>(name: CollectionName, document: T): Promise<void>
  /** Creates or replaces a whole document. */
  set<T extends { _id: string }>(name: CollectionName, document: T): Promise<void>
  /** Changes fields; update commands (`command.inc` …) are allowed. */
  update(name: CollectionName, id: string, changes: Record<string, unknown>): Promise<void>
  /** Removes a document: only what nobody can have seen or used yet, such as an import that is undone. */
  remove(name: CollectionName, id: string): Promise<void>
}

interface RawTransaction {
  collection(name: string): {
    add(options: { data: unknown }): Promise<unknown>
    doc(id: string): {
      get(): Promise<{ data: unknown }>
      set(options: { data: unknown }): Promise<unknown>
      update(options: { data: unknown }): Promise<unknown>
      remove(): Promise<unknown>
    }
  }
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

const wrap = (raw: RawTransaction): Transaction => ({
  get: async <T>(name: CollectionName, id: string) =>
    ((await raw.collection(name).doc(id).get()).data ?? null) as T | null,
  create: async (name, document) => {
    await raw.collection(name).add({ data: defined(document) })
  },
  set: async (name, document) => {
    const { _id, ...data } = document
    await raw
      .collection(name)
      .doc(_id)
      .set({ data: defined(data) })
  },
  update: async (name, id, changes) => {
    await raw
      .collection(name)
      .doc(id)
      .update({ data: replaced(changes) })
  },
  remove: async (name, id) => {
    await raw.collection(name).doc(id).remove()
  },
})

/**
 * Runs `work` in a transaction and commits. `work` may run several times, so it must send nothing. A refusal thrown by
 * it rolls back and reaches the caller; a failure of the database is thrown as it came, and when the line broke at the
 * commit nobody knows whether it was done.
 * Plain start/commit rather than the SDK's runTransaction: that one retries at once, and everybody collides again.
 */
export async function inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const raw = (await database.startTransaction()) as RawTransaction
  try {
    const result = await work(wrap(raw))
    await raw.commit()
    return result
  } catch (error) {
    // Left open, it would keep what it wrote from everybody else for 30 seconds.
    if (!hasEnded(error)) await retry(() => raw.rollback(), isBroken).catch(() => undefined)
    throw error
  }
}

/** A field that is undefined is left out; stored, it would come back as null. */
const defined = (data: object): object =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))

/** The SDK merges an object into what is there, field by field; here a field that is given is replaced whole. */
const replaced = (changes: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [
      field,
      isPlainObject(value) ? command.set(value) : value,
    ]),
  )

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
