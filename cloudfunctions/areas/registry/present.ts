import { maskedPhone } from '../../../contract/identity-number'
import type { HouseholdLine, Member, PersonLine } from '../../../contract/registry'
import { beijing } from '../../../contract/time'
import type { Household, Person } from './documents'

export const ageOf = ({ birthYear }: Pick<Person, 'birthYear'>, now: Date): number =>
  beijing(now).year() - birthYear

/** Somebody in a list. Phones are masked: who must call opens the card, and that is recorded. */
export const presentPerson = (person: Person, now: Date): PersonLine => ({
  personId: person._id,
  name: person.name,
  age: ageOf(person, now),
  place: person.villageName ?? person.place,
  isHead: person.isHead,
  relation: person.relation,
  phone: person.phone && maskedPhone(person.phone),
  hasWeChat: Boolean(person.openid),
  archived: person.archived !== undefined,
})

/** `official`: whether what kind of household it is may be shown. */
export const presentHousehold = (household: Household, official: boolean): HouseholdLine => ({
  householdId: household._id,
  headName: household.headName,
  villageName: household.villageName,
  address: household.address,
  assisted: official ? household.assisted : undefined,
  archived: household.archived !== undefined,
})

export const presentMember = (person: Person, now: Date): Member => ({
  personId: person._id,
  name: person.name,
  age: ageOf(person, now),
  isHead: person.isHead,
  relation: person.relation,
  hasWeChat: Boolean(person.openid),
})

/** The head first, then the oldest first. */
export const inOrder = (members: readonly Person[]): Person[] =>
  [...members].sort(
    (a, b) => Number(b.isHead) - Number(a.isHead) || a.birthYear - b.birthYear || (a._id < b._id ? -1 : 1),
  )
