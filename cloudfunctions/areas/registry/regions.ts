import { countyOf } from '../../../contract/regions'
import type { County } from '../../../contract/registry'
import type { Context } from '../../platform/context'
import { collection, command, inRegion } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import type { Region } from './documents'

/** More places than a county has. */
const PLACES = 2000

/** One round trip. An aggregate, because it may give more than a query's hundred. */
export const regions: Handler<'registry.regions'> = async (_, { account }) => {
  const county = countyOfCaller(account)
  const of = county ? { _id: inRegion(county) } : {}
  const { list } = (await collection('regions')
    .aggregate()
    .match({ ...of, archived: command.exists(false) })
    .sort({ _id: 1 })
    .limit(PLACES)
    .end()) as unknown as { list: Region[] }
  return { counties: treeOf(list) }
}

const countyOfCaller = (account: Context['account']): string | undefined => {
  const known = account?.village ?? account?.roles.find(({ scope }) => /^\d{6,12}$/.test(scope ?? ''))?.scope
  return known && countyOf(known)
}

/** Counties with their townships with their villages, each in the order of the codes. */
export function treeOf(places: readonly Pick<Region, '_id' | 'name' | 'level'>[]): County[] {
  const under = (code: string, level: Region['level']) =>
    places.filter((place) => place.level === level && place._id.startsWith(code))
  const line = ({ _id, name }: Pick<Region, '_id' | 'name'>) => ({ code: _id, name })
  return under('', 'county').map((county) => ({
    ...line(county),
    townships: under(county._id, 'township').map((township) => ({
      ...line(township),
      villages: under(township._id, 'village').map(line),
    })),
  }))
}
