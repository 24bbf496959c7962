import { type CollectionName, collection, command, rows } from '../../platform/database'
import { fromCursor, toCursor } from '../../platform/paging'
import type { Listed } from './documents'

/** Scopes looked through for one page; somebody with more turns one more page. */
const SCOPES = 3
/** After every order that begins with a scope: ':' follows '9'. */
const endOf = (scope: string): string => `${scope}:`

/**
 * A page of what has a word and lies in some regions, in the order of region and id. Each scope is one range of the index
 * (word, order), so that a page reads what it shows, however deep it is and however many there are. One round trip for
 * each scope, three at most. `more` narrows further, without an index.
 */
export async function listing<T extends Listed>(
  name: CollectionName,
  {
    word,
    scopes,
    size,
    cursor,
    more = {},
  }: {
    word: string
    scopes: readonly string[]
    size: number
    cursor?: string | undefined
    more?: object
  },
): Promise<{ rows: T[]; next?: string }> {
  const after = cursor === undefined ? '' : fromCursor(cursor).value
  const ahead = [...scopes].sort().filter((scope) => endOf(scope) > after)
  const looked = ahead.slice(0, SCOPES)
  const found = await Promise.all(
    looked.map((scope) => {
      // The stroke of an order comes before all digits, so that a region's own are within its prefix.
      const from = after > scope ? command.gt(after) : command.gte(scope)
      const query = collection(name).where({
        ...more,
        search: word,
        order: from.and(command.lt(endOf(scope))),
      })
      return rows<T>(query.orderBy('order', 'asc').limit(size + 1))
    }),
  )
  const all = found.flat()
  const shown = all.slice(0, size)
  const last = shown.at(-1)
  if (all.length > size && last) return { rows: shown, next: at(last.order) }
  const end = looked.at(-1)
  return ahead.length > SCOPES && end ? { rows: shown, next: at(endOf(end)) } : { rows: shown }
}

const at = (order: string): string => toCursor({ value: order, id: order })
