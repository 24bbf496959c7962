import type { Configuration } from '../../platform/configuration'
import { command, type Transaction } from '../../platform/database'
import { copiedFrom } from '../identity/bound'
import type { Listed, Person } from './documents'
import { matchHashFor } from './hashes'
import { orderOf, wordsOf } from './search-words'

/** A person without what is computed of them. */
export type Told = Omit<Person, keyof Listed>

/**
 * Writes a person within a transaction, with all that follows from them: the search words, the hash of name and village,
 * the next version, what the account bound to them copies, and how their household is called where they are its head.
 * `before` is the person as this transaction read them, null for a new one. One round trip; one more each where there is
 * an account, where a head's name or phone has changed, and where an expert's name has. Answers what was written.
 */
export async function putPerson(
  transaction: Transaction,
  before: Person | null,
  after: Told,
  configuration: Configuration,
): Promise<Person> {
  const person = derived(before, after, configuration)
  await transaction.set('people', person)
  if (person.openid) await transaction.update('accounts', person.openid, orRemoved(copiedFrom(person)))
  if (
    before &&
    person.isHead &&
    person.householdId &&
    person.householdId === before.householdId &&
    renamed(before, person)
  )
    await transaction.update('households', person.householdId, {
      headName: person.name,
      search: wordsOf({ name: person.name, phone: person.phone }),
    })
  const expert = person.roles?.find(({ role }) => role === 'expert')?.scope
  if (before && expert && before.name !== person.name)
    await transaction.update('experts', expert, { name: person.name })
  return person
}

/** What is computed of a person rather than told; the same for the demo county, the import and the desk. */
export function derived(before: Person | null, after: Told, configuration: Configuration): Person {
  const moved = !before || before.name !== after.name || before.village !== after.village
  return {
    ...after,
    order: orderOf(after.village ?? after.home, after._id),
    search: wordsOf(after),
    matchHash: moved ? matchHashFor(after, configuration) : after.matchHash,
    version: (before?.version ?? 0) + 1,
  }
}

const renamed = (before: Person, after: Told) => before.name !== after.name || before.phone !== after.phone

/** For an update: a field that is undefined is taken away, not left as it was. */
const orRemoved = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, value === undefined ? command.remove() : value]),
  )
