import { boundAccount } from '../../../cloudfunctions/areas/identity/bound'
import type {
  Household,
  Organisation,
  Person,
  Region,
} from '../../../cloudfunctions/areas/registry/documents'
import { derivedOrganisation } from '../../../cloudfunctions/areas/registry/put-organisation'
import { orderOf, wordsOf } from '../../../cloudfunctions/areas/registry/search-words'
import type { RoleGrant } from '../../../contract/identity'
import type { Audience } from '../../../contract/operation'
import { plantIdentities } from './identities'
import { plantThings } from './things'

/** How far something is from the caller. Everything of one relation belongs to the person and household named after it. */
export const RELATIONS = ['own', 'village', 'township', 'county', 'elsewhere', 'otherCoop'] as const
export type Relation = (typeof RELATIONS)[number]
/** How a person reads them, in docs/permissions.md. */
export const RELATION_NAMES: Record<Relation, string> = {
  own: 'one’s own',
  village: 'same village',
  township: 'other village of my township',
  county: 'other township',
  elsewhere: 'other county',
  otherCoop: 'another co-op',
}

export const COUNTY = '519921'
export const TOWNSHIP = `${COUNTY}101`
export const COOPERATIVE = 'coop-1'
/** The village of each relation; the other co-op's household lives next door, so that only the co-op tells them apart. */
export const VILLAGE: Record<Relation, string> = {
  own: `${TOWNSHIP}201`,
  village: `${TOWNSHIP}201`,
  otherCoop: `${TOWNSHIP}201`,
  township: `${TOWNSHIP}202`,
  county: `${COUNTY}102203`,
  elsewhere: '519922101204',
}
/** Names nobody else has: found anywhere in an answer, they were shown. */
export const NAME: Record<Relation, string> = {
  own: '本人甲',
  village: '邻居乙',
  township: '邻村丙',
  county: '外乡丁',
  elsewhere: '外县戊',
  otherCoop: '别社己',
}
export const personOf = (relation: Relation): string => `person-${relation}`
export const householdOf = (relation: Relation): string => `household-${relation}`

/** Who calls: one of each role, and a bureau operator of the township beside the county's. */
export const CALLERS: Record<string, { as: Audience; grant?: Omit<RoleGrant, 'scopeName'> }> = {
  visitor: { as: 'visitor' },
  villager: { as: 'villager' },
  informant: { as: 'informant', grant: { role: 'informant', scope: VILLAGE.own } },
  cadre: { as: 'cadre', grant: { role: 'cadre', scope: VILLAGE.own } },
  expert: { as: 'expert', grant: { role: 'expert', scope: 'expert-own' } },
  cooperative: { as: 'cooperative', grant: { role: 'cooperative', scope: COOPERATIVE } },
  bureau: { as: 'bureau', grant: { role: 'bureau', scope: COUNTY } },
  'bureau of the township': { as: 'bureau', grant: { role: 'bureau', scope: TOWNSHIP } },
  admin: { as: 'admin', grant: { role: 'admin' } },
}
export const openidOf = (caller: string): string => `openid-${caller.replaceAll(' ', '-')}`

/** A small county, its neighbour, and one of everything in each relation. Keys are collections. */
export function plant(now: Date): Record<string, unknown[]> {
  const regions: Region[] = [
    { _id: COUNTY, name: '本县', level: 'county' },
    { _id: '519922', name: '邻县', level: 'county' },
    { _id: TOWNSHIP, name: '本乡', level: 'township' },
    { _id: `${COUNTY}102`, name: '外乡', level: 'township' },
    { _id: '519922101', name: '邻县乡', level: 'township' },
    ...[...new Set(Object.values(VILLAGE))].map((code) => ({
      _id: code,
      name: `${code}村`,
      level: 'village' as const,
    })),
  ]
  const organisations: Organisation[] = [
    { _id: COOPERATIVE, name: '本社', kind: 'cooperative' as const },
    { _id: 'coop-2', name: '别社', kind: 'cooperative' as const },
    { _id: 'coop-3', name: '乡社', kind: 'cooperative' as const, region: TOWNSHIP },
  ].map((each) => derivedOrganisation(null, { region: COUNTY, ...each }))
  const inhabitants = RELATIONS.map(inhabitant)
  const households: Household[] = RELATIONS.map((relation) => ({
    _id: householdOf(relation),
    headId: personOf(relation),
    headName: NAME[relation],
    village: VILLAGE[relation],
    villageName: `${VILLAGE[relation]}村`,
    place: VILLAGE[relation],
    assisted: true,
    order: orderOf(VILLAGE[relation], householdOf(relation)),
    search: wordsOf({ name: NAME[relation] }),
  }))
  const staff = Object.entries(CALLERS)
    .filter(([caller]) => caller !== 'visitor' && caller !== 'villager')
    .map(([caller, { grant }]) => official(caller, grant))
  const accounts = [
    boundAccount(openidOf('villager'), inhabitants[0]!, now),
    ...staff.map((person) => boundAccount(person.openid!, person, now)),
  ]
  return {
    regions,
    organisations,
    people: [...inhabitants, ...staff],
    households,
    accounts,
    ...plantThings(now),
    ...plantIdentities(now),
  }
}

const inhabitant = (relation: Relation): Person => ({
  _id: personOf(relation),
  name: NAME[relation],
  birthYear: 1960,
  householdId: householdOf(relation),
  village: VILLAGE[relation],
  villageName: `${VILLAGE[relation]}村`,
  place: VILLAGE[relation],
  isHead: true,
  relation: '户主',
  phone: '19900001234',
  order: orderOf(VILLAGE[relation], personOf(relation)),
  search: wordsOf({ name: NAME[relation], phone: '19900001234' }),
  // Over since long: it can be seen and taken away, and lets nobody in.
  roles: [{ role: 'cadre', scope: VILLAGE[relation], scopeName: '村', until: '2020-01-01' }],
  ...(relation === 'own' ? { openid: openidOf('villager') } : {}),
})

function official(caller: string, grant: Omit<RoleGrant, 'scopeName'> | undefined): Person {
  const lives = caller === 'informant'
  const _id = `staff-${caller.replaceAll(' ', '-')}`
  return {
    _id,
    name: `职工${caller}`,
    birthYear: 1980,
    place: '科技局',
    isHead: false,
    openid: openidOf(caller),
    order: orderOf(lives ? VILLAGE.own : COUNTY, _id),
    search: [],
    roles: grant ? [{ ...grant, scopeName: '范围' }] : [],
    ...(lives ? { village: VILLAGE.own, villageName: `${VILLAGE.own}村` } : { home: COUNTY }),
  }
}
