import type { Person } from '../../cloudfunctions/areas/registry/documents'
import { orderOf, wordsOf } from '../../cloudfunctions/areas/registry/search-words'
import { toCursor } from '../../cloudfunctions/platform/paging'
import type { Input } from '../../contract'
import { makeRandom } from '../../demo/random'
import { GIVEN, OTHER_NAMES, SURNAMES } from '../../demo/words'
import type { Cloud } from './cloud'
import { plantOfficial } from './registry-world'

const IN_VILLAGE = 1000
const BATCH = 20_000
const VILLAGES_OF_TOWNSHIP = 20
const TOWNSHIPS_OF_COUNTY = 25
/** A code no real county has, and one of its townships and villages. */
const COUNTY = 519931
const codeOf = (village: number): string => {
  const township = Math.floor(village / VILLAGES_OF_TOWNSHIP)
  const county = Math.floor(township / TOWNSHIPS_OF_COUNTY)
  return `${COUNTY + county}${100 + (township % TOWNSHIPS_OF_COUNTY)}${200 + (village % VILLAGES_OF_TOWNSHIP)}`
}

const inVillageOf = (people: number): number => Math.min(IN_VILLAGE, Math.ceil(people / 8))

/** So many people, a thousand a village (or an eighth of all, where they are few), in batches; the same each time. */
export function* crowd(people: number): Generator<Person[]> {
  const random = makeRandom(5)
  const inVillage = inVillageOf(people)
  for (let village = 0; village * inVillage < people; village++) {
    const code = codeOf(village)
    yield Array.from({ length: Math.min(inVillage, people - village * inVillage) }, (_, n) => {
      const other = random.below(8) === 0
      const name = other ? random.pick(OTHER_NAMES) : random.pick(SURNAMES) + random.pick(GIVEN)
      const phone = `1990000${String(n).padStart(4, '0')}`
      const _id = `crowd-${village}-${n}`
      return {
        ...{
          _id,
          name,
          phone,
          birthYear: 1960,
          isHead: n % 4 === 0,
          householdId: `crowd-${village}-h${n >> 2}`,
        },
        ...{ village: code, villageName: '村', place: '县 · 乡 · 村' },
        ...{ order: orderOf(code, _id), search: wordsOf({ name, phone }) },
      }
    })
  }
}

/** Plants so many people and who looks for them. */
export function plantCrowd(cloud: Cloud, people: number): void {
  // Several villages in one step: where there are many, the same pages of the indexes are written for all of them once.
  let batch: Person[] = []
  const write = () => {
    cloud.emulator.store.insertMany('people', batch as never)
    batch = []
  }
  for (const some of crowd(people)) {
    batch.push(...some)
    if (batch.length >= BATCH) write()
  }
  if (batch.length > 0) write()
  const scope = String(COUNTY)
  plantOfficial(cloud, 'crowd-bureau', { role: 'bureau', scope, scopeName: '县' })
  plantOfficial(cloud, 'crowd-informant', { role: 'informant', scope: codeOf(0), scopeName: '村' })
}

interface Lookup {
  name: string
  as: string
  input: Omit<Input<'registry.search'>, 'kind'>
}

/** What is looked for among so many people, as whom: every kind of search, and pages at both ends. */
export const lookups = (people: number): Lookup[] => [
  { name: 'by name', as: 'crowd-bureau', input: { words: '王秀兰' } },
  { name: 'by family name', as: 'crowd-bureau', input: { words: '王' } },
  { name: 'by initials', as: 'crowd-bureau', input: { words: 'wxl' } },
  { name: 'by initials, everywhere', as: 'demo-admin', input: { words: 'wxl' } },
  { name: 'by the phone’s last four', as: 'crowd-bureau', input: { words: '0123' } },
  { name: 'by name, an informant', as: 'crowd-informant', input: { words: '王' } },
  { name: 'a village', as: 'crowd-bureau', input: { region: codeOf(0) } },
  {
    name: 'a deep page of a village',
    as: 'crowd-bureau',
    input: { region: codeOf(0), cursor: deep(codeOf(0)) },
  },
  {
    name: 'a deep page of a name, everywhere',
    as: 'demo-admin',
    input: { words: '王', cursor: deep(codeOf(Math.ceil(people / inVillageOf(people)) - 2)) },
  },
]

/** Where a page begins that is far down: behind most of a region's own. */
function deep(code: string): string {
  const value = `${code}/crowd-0-9`
  return toCursor({ value, id: value })
}

/** Looks once and counts what the database looked at and handed back. */
export async function lookUp(cloud: Cloud, { as, input }: Lookup) {
  await cloud.must(as, 'registry.search', { kind: 'person', ...input })
  const exchanges = cloud
    .last('registry.search')
    .exchanges.filter(({ collection }) => collection === 'people')
  const sum = (of: 'scanned' | 'returned' | 'ms') => exchanges.reduce((total, each) => total + each[of], 0)
  return { exchanges: exchanges.length, scanned: sum('scanned'), returned: sum('returned'), ms: sum('ms') }
}
