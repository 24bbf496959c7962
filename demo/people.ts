import type { Expert } from '../cloudfunctions/areas/expert/documents'
import { boundAccount } from '../cloudfunctions/areas/identity/bound'
import type { Account } from '../cloudfunctions/areas/identity/documents'
import type { Household, Person, Region } from '../cloudfunctions/areas/registry/documents'
import { orderOf, wordsOf } from '../cloudfunctions/areas/registry/search'
import { SUBJECT, SUBJECTS } from '../contract/consultation'
import type { Random } from './random'
import { EXPERT_TITLES, GIVEN, OTHER_NAMES, PERSONA_NAMES, SURNAMES, TOWNSHIPS, VILLAGES } from './words'

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
      assisted: i <= ASSISTED,
      ...(i <= ASSISTED ? { cadreId: 'person-cadre-1' } : {}),
      address: `${1 + (i % 6)} 组`,
      order: orderOf(village.code, householdId),
      search: wordsOf({ name: head.name, phone: head.phone }),
    })
  }
  return { people, households }
}

const FIELDS = ['fruit', 'vegetable', 'herb', 'livestock'] as const

export function makeExperts(random: Random, year: number): { experts: Expert[]; people: Person[] } {
  const people: Person[] = []
  const taken = new Set<string>()
  const experts = Array.from({ length: EXPERTS }, (_, index) => {
    const demo = index === 0
    const person: Person = {
      _id: `person-expert-${index + 1}`,
      name: demo ? PERSONA_NAMES.expert : makeName(random, undefined, taken),
      birthYear: year - 30 - random.below(30),
      place: `${COUNTY_NAME} · 科技扶贫在线`,
      isHead: false,
      home: COUNTY,
      order: orderOf(COUNTY, `person-expert-${index + 1}`),
      search: [],
      roles: [{ role: 'expert', scope: `expert-${index + 1}`, scopeName: COUNTY_NAME }],
    }
    person.search = wordsOf(person)
    if (demo) person.openid = 'demo-expert'
    people.push(person)
    const field = FIELDS[index % FIELDS.length]!
    const expert: Expert = {
      _id: `expert-${index + 1}`,
      personId: person._id,
      name: person.name,
      title: demo ? '研究员' : random.pick(EXPERT_TITLES),
      fields: random.below(4) === 0 ? [field, FIELDS[(index + 1) % FIELDS.length]!] : [field],
      // The demo expert serves the demo villager's township, so that the demonstration is a dialogue.
      townships: demo ? [`${COUNTY}100`] : index % 3 === 0 ? [] : [`${COUNTY}${101 + random.below(20)}`],
      introduction: demo ? '在云岭种了二十年李子，修剪、病虫害都可以问。' : '',
      crops: [],
      available: true,
      open: 0,
      maxOpen: 20,
    }
    return expert
  })
  // His field is plums, and everything else the demonstration may ask about.
  experts[0]!.fields = ['fruit', 'vegetable', 'herb', 'livestock']
  for (const expert of experts)
    expert.crops = SUBJECTS.filter((subject) =>
      expert.fields.some((field) => SUBJECT[subject].field === field),
    )
  return { experts, people }
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
