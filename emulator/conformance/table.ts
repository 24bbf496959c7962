import { type Cloud, type Database, openCloud } from './cloud'

export type { Database }

type Document = Record<string, unknown>

/** Something refused: its code as wx-server-sdk gives it, or a part of the message. */
export const refusal = (what: number | RegExp) => ({ refusal: what })
type Refusal = ReturnType<typeof refusal>

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refusal' in value

let cloud: Cloud
let made = 0

/** The SDK's database; made when the tests begin. */
export const db: Database = new Proxy({}, { get: (_, key) => cloud.db[key] })
export const command: Database = new Proxy({}, { get: (_, key) => cloud.db.command[key] })
/** Where the store's clock stands, in milliseconds. */
export const now = (): number => cloud.now

export function withCloud(): void {
  beforeAll(async () => {
    cloud = await openCloud()
  })
  afterAll(() => cloud.close())
}

/** A new collection with documents, put there through the SDK. */
export async function collectionOf(documents: readonly Document[]): Promise<Database> {
  const name = `c${made++}`
  await db.createCollection(name)
  const collection = db.collection(name)
  if (documents.length > 0) await collection.add({ data: documents })
  return collection
}

async function expectOutcome(work: () => Promise<unknown>, expected: unknown): Promise<void> {
  if (!isRefusal(expected)) {
    expect(await work()).toEqual(expected)
    return
  }
  const error = await work().then(
    (value) => ({ nothing: value }),
    (reason: unknown) => reason,
  )
  const { refusal: what } = expected
  // An aggregation's code is lost in wx-server-sdk; its message is not.
  expect(error).toMatchObject(
    typeof what === 'number' ? { errCode: what } : { errMsg: expect.stringMatching(what) },
  )
}

/** Plain values, as an application sees them: the SDK's places back to GeoJSON. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (
    typeof value !== 'object' ||
    value === null ||
    Object.prototype.toString.call(value) !== '[object Object]'
  )
    return value
  const json = (value as { toJSON?: () => unknown }).toJSON
  if (json) return json.call(value)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]))
}

/** One behaviour: what is there, what is done, what comes of it. Functions because the SDK is there only when tests run. */
export type Row<Do> = [name: string, documents: readonly Document[], act: Do, expected: unknown]

interface Titled<Do> {
  title: string
  link: string
  rows: Row<Do>[]
}

const each = <Do>(
  table: Titled<Do>,
  outcome: (documents: readonly Document[], act: Do) => Promise<unknown>,
) => {
  describe(`${table.title} (${table.link})`, () => {
    test.each(table.rows)('%s', (_, documents, act, expected) =>
      expectOutcome(() => outcome(documents, act), expected),
    )
  })
}

const withIds = (documents: readonly Document[]): Document[] =>
  documents.map((document, index) => ({ _id: String(index), ...document }))

/** Which of the documents, numbered from 0, a filter finds. */
export const finds = (title: string, link: string, rows: Row<() => Document>[]): void =>
  each({ title, link, rows }, async (documents, filter) => {
    const collection = await collectionOf(withIds(documents))
    const { data } = await collection.where(filter()).get()
    return (data as Document[]).map(({ _id }) => Number(_id)).sort((a, b) => a - b)
  })

/** What becomes of one document by an update; without its id. */
export const becomes = (title: string, link: string, rows: Row<() => Document>[]): void =>
  each({ title, link, rows }, async (documents, data) => {
    const collection = await collectionOf(withIds(documents))
    await collection.doc('0').update({ data: data() })
    const { _id, ...document } = (await collection.doc('0').get()).data
    return plain(document)
  })

/** What an aggregation answers. */
export const aggregates = (title: string, link: string, rows: Row<(from: Database) => Database>[]): void =>
  each({ title, link, rows }, async (documents, build) => {
    const collection = await collectionOf(documents.length > 0 ? withIds(documents) : [])
    return plain((await build(collection.aggregate()).end()).list)
  })

/** What an expression makes of one document. */
export const computes = (title: string, link: string, rows: Row<() => unknown>[]): void =>
  each({ title, link, rows }, async (documents, expression) => {
    const collection = await collectionOf(withIds(documents.length > 0 ? documents : [{}]))
    const { list } = await collection.aggregate().project({ _id: 0, value: expression() }).end()
    return plain((list as { value: unknown }[])[0]?.value)
  })

/** `{if, then, else}`; a literal of it would look like a promise. */
export const choice = (condition: unknown, yes: unknown, no: unknown) =>
  Object.fromEntries([
    ['if', condition],
    ['then', yes],
    ['else', no],
  ])

/** Anything done with a collection. */
export const does = (
  title: string,
  link: string,
  rows: Row<(collection: Database) => Promise<unknown>>[],
): void =>
  each({ title, link, rows }, async (documents, act) =>
    plain(await act(await collectionOf(withIds(documents)))),
  )
