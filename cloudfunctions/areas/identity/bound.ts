import { GUIDELINE } from '../../../contract/guideline'
import type { RoleGrant } from '../../../contract/identity'
import type { Person } from '../registry/documents'
import type { Account } from './documents'

/** What a person may do once an account is bound to them: a member of a household is a villager without anybody's grant. */
export function rolesOf({ householdId, village, villageName, roles = [], archived }: Person): RoleGrant[] {
  // Who was archived may do nothing: at the next call, and again all of it when restored.
  if (archived) return []
  const villager = { role: 'villager' as const, scope: village ?? '', scopeName: villageName ?? '' }
  return [...(householdId && village ? [villager] : []), ...roles]
}

/** The account of somebody who is bound to a person, and has just agreed to the guideline. */
export const boundAccount = (openid: string, person: Person, now: Date): Account => ({
  _id: openid,
  ...copiedFrom(person),
  consent: { version: GUIDELINE, at: now.toISOString() },
})

/** What an account copies of its person, so that one read tells it all. Whoever changes the person changes it as well. */
export const copiedFrom = (person: Person): Omit<Account, '_id' | 'consent'> => ({
  personId: person._id,
  formerIds: person.formerIds,
  name: person.name,
  householdId: person.householdId,
  village: person.village,
  villageName: person.villageName,
  place: person.place,
  roles: rolesOf(person),
})
