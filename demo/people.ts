import { boundAccount } from '../cloudfunctions/areas/identity/bound'
import type { Account } from '../cloudfunctions/areas/identity/documents'
import type { Household, Person, Region } from '../cloudfunctions/areas/registry/documents'
import { orderOf, wordsOf } from '../cloudfunctions/areas/registry/search-words'
import type { Random } from './random'
import { GIVEN, OTHER_NAMES, PERSONA_NAMES, SURNAMES, TOWNSHIPS, VILLAGES } from './words'

/** A code no real county has. */
export const COUNTY = '519921'
export const COUNTY_NAME = '云岭县'
export const COOPERATIVE = {
  id: 'coop-1',
  name: '云岭县藏香猪养殖专业合作社',
  company: '云岭生态畜牧有限公司',
}
export const HOUSEHOLDS = 512
export const EXPERTS = 125
export const INFORMANTS = 149
export const ASSISTED = 8

export interface Village {
  code: string
  name: string
  place: string
}

/** 64 villages over 21 townships; a name that comes twice gets a number in front. */
export function makeRegions(): { regions: Region[]; villages: Village[] } {
  const townships = TOWNSHIPS.map((name, index) => ({
    _id: `${COUNTY}${String(100 + index)}`,
    name,
    level: 'township' as const,
  }))
  const villages = Array.from({ length: 64 }, (_, index) => {
    const township = townships[index % townships.length]!
    const round = Math.floor(index / VILLAGES.length)
    const name = `${['', '上', '下', '新'][round]}${VILLAGES[index % VILLAGES.length]}`
    return {
      code: `${township._id}${String(200 + index)}`,
      name,
      place: `${COUNTY_NAME} · ${township.name} · ${name}`,
    }
  })
  const county: Region = { _id: COUNTY, name: COUNTY_NAME, level: 'county' }
  return {
    regions: [
      county,
      ...townships,
      ...villages.map(({ code, name }) => ({ _id: code, name, level: 'village' as const })),
    ],
    villages,
  }
}

const RESERVED = new Set<string>(Object.values(PERSONA_NAMES))

/** A name that is no persona's and in none of the sets of names taken, where it is then. */
export function makeName(random: Random, surname: string | undefined, ...taken: Set<string>[]): string {
  for (;;) {
    const family = surname ?? random.pick(SURNAMES)
    const name = random.below(8) === 0 ? random.pick(OTHER_NAMES) : family + random.pick(GIVEN)
    if (RESERVED.has(name) || taken.some((names) => names.has(name))) continue
    for (const names of taken) names.add(name)
    return name
  }
}

/** Numbers for show: one a household. */
const phoneOf = (household: number): string => `1990000${String(household).padStart(4, '0')}`

/** 512 households, 8 a village (household i lives in village (i − 1) mod 64), three or four people each. */
export function makeHouseholds(random: Random, villages: Village[], year: number) {
  const people: Person[] = []
  const households: Household[] = []
  // Nobody in a village has a neighbour's name: one picks them from a list.
  const taken = new Map(villages.map(({ code }) => [code, new Set<string>()]))
  // Nor one holder of a contract another's, in the co-op's list.
  const holders = new Set<string>()
  for (let i = 1; i <= HOUSEHOLDS; i++) {
    const village = villages[(i - 1) % villages.length]!
    const surname = random.pick(SURNAMES)
    const householdId = `household-${i}`
    for (let n = 1; n <= 3 + (i % 2); n++) {
      const person: Person = {
        _id: `person-${i}-${n}`,
        // Who married in has a family name of their own.
        name: makeName(
          random,
          n === 2 ? undefined : surname,
          ...(n === 1 && i <= ASSISTED ? [holders] : []),
          taken.get(village.code)!,
        ),
        birthYear:
          year - (n === 1 ? 50 + random.below(22) : n === 2 ? 45 + random.below(25) : 18 + random.below(22)),
        householdId,
        village: village.code,
        villageName: village.name,
        place: village.place,
        isHead: n === 1,
        relation: n === 1 ? '户主' : n === 2 ? '配偶' : '子女',
        order: orderOf(village.code, `person-${i}-${n}`),
        search: [],
      }
      if (n === 1) person.openid = `demo-villager-${i}`
      if (i === 1 && n === 2)
        Object.assign(person, { name: PERSONA_NAMES.villager, birthYear: year - 62, openid: 'demo-villager' })
      if (n === 1) person.phone = phoneOf(i)
      person.search = wordsOf(person)
      people.push(person)
    }
    const head = people.find((person) => person._id === `person-${i}-1`)!
    households.push({
      _id: householdId,
      headId: head._id,
      headName: head.name,
      village: village.code,
      villageName: village.name,
      place: village.place,
      assisted: i <= ASSISTED,
      ...(i <= ASSISTED ? { cadreId: 'person-cadre-1' } : {}),
      address: `${1 + (i % 6)} 组`,
      order: orderOf(village.code, householdId),
      search: wordsOf({ name: head.name, phone: head.phone }),
    })
  }
  return { people: [...people, ...bigFamily(people, year)], households }
}

/** Two more of household 9, which has six members then: three generations under one roof. */
function bigFamily(people: readonly Person[], year: number): Person[] {
  const head = people.find(({ _id }) => _id === 'person-9-1')!
  const { householdId, village, villageName, place } = head
  const more = [
    { n: 5, given: '德厚', birthYear: year - 88, relation: '父母' },
    { n: 6, given: '小满', birthYear: year - 9, relation: '孙子女' },
  ]
  return more.map(({ n, given, birthYear, relation }) => {
    const _id = `person-9-${n}`
    const name = `${[...head.name][0]}${given}`
    const told = { _id, name, birthYear, householdId, village, villageName, place, isHead: false, relation }
    return { ...told, order: orderOf(village, _id), search: wordsOf({ name }) }
  })
}

/** Who is no longer there: one who died, one who moved away, one who had been entered twice. */
export function makeArchived(villagers: readonly Person[], now: Date): Person[] {
  const at = new Date(now.getTime() - 40 * 24 * 60 * 60_000).toISOString()
  const gone = [
    { of: 'person-10-1', name: '何老四', archived: { at, reason: '去世' } },
    { of: 'person-11-1', name: '杨远游', archived: { at, reason: '户口迁到外县' } },
    { of: 'person-12-1', name: '罗重录', archived: { at, reason: '录重了', mergedInto: 'person-12-1' } },
  ]
  return gone.map(({ of, name, archived }, index) => {
    const { householdId, village, villageName, place } = villagers.find(({ _id }) => _id === of)!
    const _id = `person-archived-${index + 1}`
    return {
      ...{ _id, name, birthYear: now.getUTCFullYear() - 80, householdId, village, villageName, place },
      ...{ isHead: false, archived, order: orderOf(village, _id), search: wordsOf({ name, archived }) },
    }
  })
}

/** Accounts of the personas, of every head of household and of every informant. */
export function makeAccounts(
  random: Random,
  villages: Village[],
  villagers: Person[],
  now: Date,
): { accounts: Account[]; people: Person[] } {
  const year = now.getUTCFullYear()
  const people: Person[] = []
  const taken = new Map(
    villages.map(({ code }) => [
      code,
      new Set(villagers.filter(({ village }) => village === code).map(({ name }) => name)),
    ]),
  )
  const accounts = villagers
    .filter((person) => person.openid)
    .map((person) => boundAccount(person.openid!, person, now))
  const add = (
    id: string,
    openid: string,
    name: string,
    place: string,
    role: Account['roles'][number],
    village?: Village,
  ) => {
    const person: Person = {
      _id: id,
      name,
      birthYear: year - 30 - random.below(25),
      place,
      isHead: false,
      openid,
      order: orderOf(village?.code ?? COUNTY, id),
      search: wordsOf({ name }),
      roles: [role],
      ...(village ? { village: village.code, villageName: village.name } : { home: COUNTY }),
    }
    people.push(person)
    accounts.push(boundAccount(openid, person, now))
  }
  for (let i = 1; i <= INFORMANTS; i++) {
    const village = villages[(i - 1) % villages.length]!
    add(
      `person-informant-${i}`,
      i === 1 ? 'demo-informant' : `demo-informant-${i}`,
      i === 1 ? PERSONA_NAMES.informant : makeName(random, undefined, taken.get(village.code)!),
      village.place,
      { role: 'informant', scope: village.code, scopeName: village.name },
      village,
    )
  }
  add('person-officer-1', 'demo-cooperative', PERSONA_NAMES.cooperative, COOPERATIVE.name, {
    role: 'cooperative',
    scope: COOPERATIVE.id,
    scopeName: COOPERATIVE.name,
  })
  add('person-bureau-1', 'demo-bureau', PERSONA_NAMES.bureau, `${COUNTY_NAME}科技局`, {
    role: 'bureau',
    scope: COUNTY,
    scopeName: COUNTY_NAME,
  })
  add('person-cadre-1', 'demo-cadre', PERSONA_NAMES.cadre, `${COUNTY_NAME}科技局驻村`, {
    role: 'cadre',
    scope: villages[0]!.code,
    scopeName: villages[0]!.name,
  })
  add('person-admin-1', 'demo-admin', PERSONA_NAMES.admin, `${COUNTY_NAME}科技局`, {
    role: 'admin',
    scopeName: '系统',
  })
  return { accounts, people }
}
