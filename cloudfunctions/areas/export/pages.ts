import { type CollectionName, collection, command, rows } from '../../platform/database'

/** The platform's limit for one query. */
const PAGE = 100

/** Pages by a cursor, until there is none. */
export async function* byCursor<T>(
  read: (cursor: string | undefined) => Promise<{ rows: T[]; next?: string }>,
): AsyncGenerator<T[]> {
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    yield page.rows
    cursor = page.next
  } while (cursor !== undefined)
}

/** Every document of a question in the order of one field and the id, a page at a time; each page is one range of an index. */
export async function* inOrder<T extends { _id: string }>(
  name: CollectionName,
  where: object,
  field: string,
  placeOf: (row: T) => string,
): AsyncGenerator<T[]> {
  let last: T | undefined
  for (;;) {
    const after: object[] = last
      ? [
          command.or([
            { [field]: command.gt(placeOf(last)) },
            { [field]: placeOf(last), _id: command.gt(last._id) },
          ]),
        ]
      : []
    const page = await rows<T>(
      collection(name)
        .where((after.length > 0 ? command.and([where, ...after]) : where) as object)
        .orderBy(field, 'asc')
        .orderBy('_id', 'asc')
        .limit(PAGE),
    )
    yield page
    last = page.at(-1)
    if (page.length < PAGE || !last) return
  }
}

/** One question after the other. */
export async function* oneAfterAnother<T>(
  questions: readonly (() => AsyncIterable<T[]>)[],
): AsyncGenerator<T[]> {
  for (const ask of questions) yield* ask()
}
