import { collection, command, inRegion, rows } from '../../platform/database'
import { fromCursor, page } from '../../platform/paging'
import type { Person } from './documents'

/** Villages have a few hundred people; a page holds what a thumb scrolls through. */
const PEOPLE = 60
const VILLAGE_DIGITS = 12

/** The people of some places (region code prefixes), ordered by village and id, a page at a time. One round trip. */
export async function peopleOf(
  scopes: readonly string[],
  cursor: string | undefined,
): Promise<{ rows: Person[]; next?: string }> {
  if (scopes.length === 0) return { rows: [] }
  // Villages by their whole codes, as an informant has them: an index finds them without looking at the county.
  const villages = scopes.filter((scope) => scope.length === VILLAGE_DIGITS)
  // A wider scope is a prefix: everything from it up to, not including, the character after '9'.
  const wider = scopes.filter((scope) => scope.length < VILLAGE_DIGITS)
  const within: object[] = wider.map((scope) => ({
    village: inRegion(scope),
  }))
  if (villages.length > 0) within.push({ village: command.in(villages) })
  const place = cursor === undefined ? undefined : fromCursor(cursor)
  const following = place
    ? [
        command.or([
          { village: command.gt(place.value) },
          { village: place.value, _id: command.gt(place.id) },
        ]),
      ]
    : []
  const scoped = within.length === 1 ? within[0] : command.or(within)
  // Who was archived is in a village's index as well: they are few.
  const living = { archived: command.exists(false) }
  const where = command.and([scoped, living, ...following] as object[])
  const query = collection('people')
    .where(where as object)
    .orderBy('village', 'asc')
    .orderBy('_id', 'asc')
  return page(await rows<Person>(query.limit(PEOPLE + 1)), PEOPLE, (person) => ({
    value: person.village ?? '',
    id: person._id,
  }))
}
