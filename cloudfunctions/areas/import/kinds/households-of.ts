import type { Household, Person } from '../../registry/documents'
import { searchWord } from '../../registry/search-words'
import type { ImportRow } from '../documents'
import { whereIn } from '../lookups'

/** What the registry's searches find a whole name by. */
const wordsOfNames = (names: readonly (string | undefined)[]): (string | undefined)[] =>
  names.map((name) => (name === undefined ? undefined : searchWord(name)))

const villagesOf = (rows: readonly ImportRow[]): string[] => [
  ...new Set(rows.flatMap(({ village }) => (village ? [village.code] : []))),
]

/** Splits rows by village where a list of villages would be too long for one query. */
const VILLAGES = 50

async function named<T extends Household | Person>(
  collection: 'households' | 'people',
  rows: readonly ImportRow[],
  nameOf: (row: ImportRow) => string | undefined,
  inVillages: (codes: string[]) => Record<string, unknown>,
): Promise<T[]> {
  const villages = villagesOf(rows)
  const found: T[] = []
  for (let from = 0; from < villages.length; from += VILLAGES) {
    const some = villages.slice(from, from + VILLAGES)
    const theirs = rows.filter(({ village }) => village && some.includes(village.code))
    found.push(
      ...(await whereIn<T>(collection, 'search', wordsOfNames(theirs.map(nameOf)), inVillages(some))),
    )
  }
  return found
}

/** A lookup of the households rows name by village, head and (where that is not enough) address. */
export async function householdsOf(
  rows: readonly ImportRow[],
  inVillages: (codes: string[]) => Record<string, unknown>,
): Promise<(row: ImportRow) => Household | { wrong: string; key: string } | undefined> {
  const found = await named<Household>('households', rows, (row) => row.values.headName as string, inVillages)
  return ({ village, values }) => {
    const { headName, address } = values as { headName?: string; address?: string }
    const same = found.filter((each) => each.village === village?.code && each.headName === headName)
    const there = same.length > 1 && address ? same.filter((each) => each.address === address) : same
    return there.length > 1
      ? { key: 'headName', wrong: `这个村叫“${headName}”的户主不止一户。请把“组或门牌”填上。` }
      : there[0]
  }
}

/** The people of the rows' villages that have one of their names. */
export const peopleNamed = (
  rows: readonly ImportRow[],
  inVillages: (codes: string[]) => Record<string, unknown>,
): Promise<Person[]> => named<Person>('people', rows, (row) => row.values.name as string, inVillages)
