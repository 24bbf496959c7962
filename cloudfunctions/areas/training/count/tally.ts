import { countyOf, townshipOf } from '../../../../contract/regions'
import { beijing } from '../../../../contract/time'
import type { EnrolmentDocument } from '../documents'
import type { HouseholdKind, OfVillage, Tally } from './documents'

type Row = Pick<EnrolmentDocument, 'startsAt' | 'topic' | 'village' | 'state' | 'counted'>

const monthOf = (startsAt: string): string => beijing(startsAt).format('YYYY-MM')

export const tallyIdOf = ({
  village,
  startsAt,
  topic,
}: Pick<Row, 'village' | 'startsAt' | 'topic'>): string =>
  [countyOf(village), monthOf(startsAt), topic].join(':')

/** A tally nothing is in yet. */
export const emptyTally = ({
  village,
  startsAt,
  topic,
}: Pick<Row, 'village' | 'startsAt' | 'topic'>): Tally => ({
  _id: tallyIdOf({ village, startsAt, topic }),
  county: countyOf(village),
  year: beijing(startsAt).year(),
  month: monthOf(startsAt),
  topic,
  villages: {},
})

export const listOf = (region: string): string => region
export const topicList = (region: string, topic: string): string => `${region}/topic:${topic}`
export const householdList = (region: string, kind: string): string => `${region}/household:${kind}`

/** The lists a row is in: of each region around its village, whole, of its topic, of its kind of household. */
export const listsOf = ({ village, topic }: Pick<Row, 'village' | 'topic'>, kind: HouseholdKind): string[] =>
  [countyOf(village), townshipOf(village), village].flatMap((region) => [
    listOf(region),
    topicList(region, topic),
    householdList(region, kind),
  ])

const NOBODY: OfVillage = { assisted: 0, other: 0 }

function add(tally: Tally, village: string, kind: HouseholdKind, by: 1 | -1): Tally {
  const before = tally.villages[village] ?? NOBODY
  const after = { ...before, [kind]: before[kind] + by }
  if (after[kind] < 0) throw new Error('a tally does not add up')
  return { ...tally, villages: { ...tally.villages, [village]: after } }
}

/** What becomes of a row that waits to be counted, and of the tally it concerns; undefined fields are taken away. */
export interface Step {
  tally: Tally
  row: Pick<EnrolmentDocument, 'toCount' | 'counted' | 'countedIn'>
}

/** The tally that a row has to leave or to enter first; undefined where all is well. */
export function concerns(row: Row): string | undefined {
  const wanted = row.state === 'attended' ? tallyIdOf(row) : undefined
  const counted = row.counted?.tally
  if (counted === wanted) return undefined
  return counted ?? wanted
}

/** One step for a row: out of the tally it is in, or into the one it belongs to; it waits on where more is to be done. */
export function count(tally: Tally, row: Row, kind: HouseholdKind): Step {
  if (row.counted)
    return {
      tally: add(tally, row.village, row.counted.kind, -1),
      row: { toCount: row.state === 'attended' || undefined, counted: undefined, countedIn: undefined },
    }
  return {
    tally: add(tally, row.village, kind, 1),
    row: { toCount: undefined, counted: { tally: tally._id, kind }, countedIn: listsOf(row, kind) },
  }
}
