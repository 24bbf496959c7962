import { type CollectionName, collection, command, inRegion, rows } from '../../platform/database'

/** The platform's limit for one query, and for a list in one. */
const MOST = 100

const pieces = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size))

/** Every document of a query, page after page by id: for what has a few hundred. */
async function all<T extends { _id: string }>(name: CollectionName, where: object): Promise<T[]> {
  const found: T[] = []
  for (;;) {
    const last = found.at(-1)
    const query = last ? command.and([where, { _id: command.gt(last._id) }]) : where
    const page = await rows<T>(collection(name).where(query).orderBy('_id', 'asc').limit(MOST))
    found.push(...page)
    if (page.length < MOST) return found
  }
}

/** Documents whose field is one of the values (none for none), with more to ask of them. */
export async function whereIn<T extends { _id: string }>(
  name: CollectionName,
  field: string,
  values: readonly (string | undefined)[],
  more: Record<string, unknown> = {},
): Promise<T[]> {
  const wanted = [...new Set(values.filter((value) => value !== undefined))]
  const found: T[] = []
  for (const some of pieces(wanted, MOST))
    found.push(...(await all<T>(name, { ...more, [field]: command.in(some) })))
  return found
}

/** Documents by their ids. */
export async function byIds<T extends { _id: string }>(
  name: CollectionName,
  ids: readonly (string | undefined)[],
): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  const wanted = [...new Set(ids.filter((id) => id !== undefined))]
  for (const some of pieces(wanted, MOST))
    for (const each of await rows<T>(
      collection(name)
        .where({ _id: command.in(some) })
        .limit(MOST),
    ))
      found.set(each._id, each)
  return found
}

/** Every region that lies in some scopes' counties; all of them for the empty scope. */
export async function regionsOf<T extends { _id: string }>(scopes: readonly string[]): Promise<T[]> {
  if (scopes.includes('')) return all<T>('regions', {})
  const counties = [...new Set(scopes.map((scope) => scope.slice(0, 6)))]
  const found: T[] = []
  for (const county of counties) found.push(...(await all<T>('regions', { _id: inRegion(county) })))
  return found
}
