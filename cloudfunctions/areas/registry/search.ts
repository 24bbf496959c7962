import type { Parsed } from '../../../contract'
import type { KnownContext } from '../../platform/context'
import type { Handler } from '../../platform/dispatch'
import { PAGE } from '../../platform/paging'
import type { Household, Person } from './documents'
import { listing } from './listing'
import { presentHousehold, presentPerson } from './present'
import { OFFICIALS, READING, reaches, reachOf, reachWithin } from './scope'
import { ANYBODY, among, lookedFor } from './search-words'

/** One round trip for each of the caller's scopes, three at most. */
export const search: Handler<'registry.search'> = async (input, context) => {
  const asked = { ...wanted(input, context), size: PAGE, cursor: input.cursor }
  if (input.kind === 'person') {
    const { rows, next } = await listing<Person>('people', asked)
    return { people: rows.map((person) => presentPerson(person, context.now)), next }
  }
  const official = reachOf(context.account, OFFICIALS)
  const { rows, next } = await listing<Household>('households', asked)
  return { households: rows.map((row) => presentHousehold(row, reaches(official, row.village))), next }
}

/** What a search asks for, as `listing` takes it; the same for its Excel file. */
export function wanted(
  { kind, words = '', region, archived }: Parsed<'registry.search'>,
  { account }: KnownContext,
) {
  const scopes = reachWithin(reachOf(account, READING), region)
  if (words === '') return { word: among(ANYBODY, archived), scopes }
  const looked = lookedFor(words)
  // Only signs and spaces: nobody is called that.
  if (!looked) return { word: among(ANYBODY, archived), scopes: [] }
  const { word, phone } = looked
  return { word: among(word, archived), scopes, more: phone && kind === 'person' ? { phone } : {} }
}
