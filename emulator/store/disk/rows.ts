import type { Plan, Span } from '../indexes/plan'
import type { Disk } from './disk'
import type { Collection } from './tables'

/** A document where it lies; `body` is its text. */
export interface Row {
  n: number
  body: string
}

const FIRST = 32
const MOST = 2000

/**
 * Rows in steps that grow: who needs twenty reads few more. Nothing stays open between steps, so that writes may come.
 * Chunks are asked for by `page(limit, offset)`.
 */
function* inSteps<R>(page: (limit: number, offset: number) => R[], skip: number, need: number): Generator<R> {
  let offset = skip
  for (let size = Math.max(1, Math.min(MOST, need)); ; size = Math.min(MOST, Math.max(FIRST, size * 4))) {
    const found = page(size, offset)
    yield* found
    if (found.length < size) return
    offset += size
  }
}

/** Every document, in order of insertion. */
export function* allRows(disk: Disk, { docs }: Collection, need: number): Generator<Row> {
  let last = 0
  const rows = disk.rows(`SELECT n, body FROM ${docs} WHERE n > ? ORDER BY n LIMIT ?`)
  for (let size = Math.min(MOST, Math.max(FIRST, need)); ; size = Math.min(MOST, size * 4)) {
    const found = rows.all(last, size) as [number, string][]
    for (const [n, body] of found) yield { n, body }
    if (found.length < size) return
    last = (found.at(-1) as [number, string])[0]
  }
}

function sqlOf(
  { docs }: Collection,
  { index: { table } }: Plan,
  way: '' | ' DESC',
  withKey: boolean,
): string {
  const where = 'WHERE key >= ? AND key < ?'
  const key = withKey ? ', i.key' : ''
  if (table === docs)
    return `SELECT i.n, i.body${key} FROM ${docs} i ${where} ORDER BY key${way} LIMIT ? OFFSET ?`
  const inner = `SELECT key, n FROM ${table} ${where} ORDER BY key${way}, n${way} LIMIT ? OFFSET ?`
  return `SELECT d.n, d.body${key} FROM (${inner}) i CROSS JOIN ${docs} d ON d.n = i.n ORDER BY i.key${way}, i.n${way}`
}

type Keyed = [n: number, body: string, key?: Buffer]

interface Stream {
  span: Span
  rows: Generator<Keyed>
  next: IteratorResult<Keyed>
}

/** What orders its next row: the key behind what all of its span have in common. */
const keyBehind = ({ span, next }: Stream): Buffer => (next.value[2] as Buffer).subarray(span.head)

/** Rows of several spans in one order: always the span whose next row comes first behind what is fixed in it. */
function* merged(
  spans: readonly Span[],
  reversed: boolean,
  open: (span: Span) => Generator<Keyed>,
): Generator<Row> {
  const streams = spans.map((span): Stream => {
    const rows = open(span)
    return { span, rows, next: rows.next() }
  })
  for (;;) {
    let first: Stream | undefined
    for (const stream of streams) {
      if (stream.next.done) continue
      if (!first) first = stream
      else {
        const own = keyBehind(stream)
        const best = keyBehind(first)
        const order = Buffer.compare(own, best)
        if (reversed ? order > 0 : order < 0) first = stream
      }
    }
    if (!first || first.next.done) return
    const [n, body] = first.next.value
    yield { n, body }
    first.next = first.rows.next()
  }
}

/** A few rows at most: their texts are held twice for a moment. */
const PACKED = 200

/** Rows as one row: libsql takes longer to hand over each of them than SQLite to find it. */
function packed(disk: Disk, sql: string, parameters: unknown[]): [number, string][] {
  const one = disk.rows(`SELECT json_group_array(json_array(n, body)) FROM (${sql})`)
  const [text] = one.get(...parameters) as [string]
  return JSON.parse(text) as [number, string][]
}

/** The texts of a plan's rows as a JSON list, put together by SQLite, and how many they are. Only where a plan has one span. */
export function textOf(
  disk: Disk,
  collection: Collection,
  plan: Plan,
  skip: number,
  limit: number,
): { list: string; returned: number } {
  const [{ low, high }] = plan.spans as [Span]
  const sql = sqlOf(collection, plan, plan.sorted === -1 ? ' DESC' : '', false)
  const all = disk.rows(`SELECT count(*), json_group_array(body) FROM (${sql})`)
  const [returned, list] = all.get(low, high, limit, skip) as [number, string]
  return { list, returned }
}

/** Rows of a plan, each document once; `skip` only where a plan is exact. `need`: how many will probably be taken. */
export function* rowsOf(
  disk: Disk,
  collection: Collection,
  plan: Plan,
  skip: number,
  need: number,
): Generator<Row> {
  const reversed = plan.sorted === -1
  const way = reversed ? ' DESC' : ''
  const inOrder = plan.sorted !== undefined && plan.spans.length > 1
  const sql = sqlOf(collection, plan, way, inOrder)
  const page =
    ({ low, high }: Span) =>
    (limit: number, offset: number): Keyed[] =>
      !inOrder && limit <= PACKED
        ? packed(disk, sql, [low, high, limit, offset])
        : (disk.rows(sql).all(low, high, limit, offset) as Keyed[])
  const seen = plan.exact && plan.spans.length === 1 ? undefined : new Set<number>()
  const source = inOrder
    ? merged(plan.spans, reversed, (span) => inSteps(page(span), 0, Math.max(FIRST, need)))
    : plan.spans.flatMap((span) => [
        inSteps(page(span), plan.spans.length === 1 ? skip : 0, plan.exact ? need : Math.max(FIRST, need)),
      ])
  for (const each of Array.isArray(source) ? source : [source]) {
    for (const row of each) {
      const { n, body } = Array.isArray(row) ? { n: row[0], body: row[1] } : row
      if (seen?.has(n)) continue
      seen?.add(n)
      yield { n, body }
    }
  }
}

/** How many rows a plan has, counted up to `most`. */
export function countRows(disk: Disk, plan: Plan, most: number): number {
  const sql = `SELECT count(*) FROM (SELECT 1 FROM ${plan.index.table} WHERE key >= ? AND key < ? LIMIT ?)`
  let total = 0
  for (const { low, high } of plan.spans) {
    if (total >= most) break
    total += (disk.rows(sql).get(low, high, most - total) as [number])[0]
  }
  return total
}
