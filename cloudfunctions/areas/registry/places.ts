import { countyOf, type RegionCode, townshipOf } from '../../../contract/regions'
import { collection, command, rows } from '../../platform/database'
import { Refused } from '../../platform/refusal'
import type { Region } from './documents'

/** A place as people are shown it. */
export interface Place {
  code: RegionCode
  name: string
  /** "云岭县 · 青石乡 · 李家湾村" */
  place: string
}

/** A county, township or village that there is and that is not archived; NO_SUCH_REGION otherwise. One round trip. */
export async function placeOf(code: RegionCode): Promise<Place> {
  const codes = [...new Set([countyOf(code), townshipOf(code), code])]
  const found = await rows<Region>(
    collection('regions')
      .where({ _id: command.in(codes) })
      .limit(codes.length),
  )
  const chain = codes.flatMap((each) => found.find(({ _id, archived }) => _id === each && !archived) ?? [])
  const own = chain.at(-1)
  if (chain.length < codes.length || !own) throw new Refused('NO_SUCH_REGION')
  return { code, name: own.name, place: chain.map(({ name }) => name).join(' · ') }
}
