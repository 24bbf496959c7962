import type { Person } from './documents'
import { listing } from './listing'
import { lookedFor } from './search-words'

const PEOPLE = 60

/** Who is called so in some places, or has such a phone, a page at a time. One round trip for each place, three at most. */
export async function peopleNamed(
  scopes: readonly string[],
  words: string,
  cursor: string | undefined,
): Promise<{ rows: Person[]; next?: string }> {
  const looked = lookedFor(words)
  if (!looked) return { rows: [] }
  const { word, phone } = looked
  return listing<Person>('people', { word, scopes, size: PEOPLE, cursor, more: phone ? { phone } : {} })
}
