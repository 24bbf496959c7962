import { countyOf } from '../../../../contract/regions'
import { collection, inRegion, rows } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import type { Region } from '../../registry/documents'
import { divide } from './divide'
import { type Tally, type Target, targetId } from './documents'
import { regionFor } from './scope'

/** Twelve months of every topic, and the targets of a county and its townships. */
const TALLIES = 100
/** More places than a county has. */
const PLACES = 2000

/** Two round trips, beside each other: the tallies of the year, however many attendances they count; names of places. */
export const counts: Handler<'training.counts'> = async ({ year, by, region: asked }, context) => {
  const region = regionFor(context, asked)
  const [found, names] = await Promise.all([
    rows<Tally | Target>(
      collection('tallies')
        .where({ county: countyOf(region), year })
        .limit(TALLIES),
    ),
    namesIn(region),
  ])
  const tallies = found.filter((each): each is Tally => 'villages' in each)
  const target = found.find(({ _id }) => _id === targetId(region, year)) as Target | undefined
  const lines = [...divide(tallies, by, region)].map(([key, count]) => ({ key, name: names.get(key), count }))
  return {
    year,
    by,
    region,
    regionName: names.get(region) ?? region,
    total: lines.reduce((sum, { count }) => sum + count, 0),
    target: target?.attendances || undefined,
    lines,
  }
}

/** An aggregate, because it may give more than a query's hundred. */
async function namesIn(region: string): Promise<Map<string, string>> {
  const query = collection('regions')
    .aggregate()
    .match({ _id: inRegion(region) })
    .limit(PLACES)
  const found = await rows<Region>({
    get: async () => ({ data: ((await query.end()) as unknown as { list: Region[] }).list }),
  })
  return new Map(found.map(({ _id, name }) => [_id, name]))
}
