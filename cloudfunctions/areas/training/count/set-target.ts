import { countyOf } from '../../../../contract/regions'
import type { Handler } from '../../../platform/dispatch'
import { type Target, targetId } from './documents'
import { regionFor } from './scope'

/** Five round trips. */
export const setTarget: Handler<'training.setTarget'> = async (
  { year, region: asked, attendances },
  context,
) => {
  const region = regionFor(context, asked)
  return context.once(
    async (transaction) => {
      const _id = targetId(region, year)
      await transaction.set<Target>('tallies', {
        _id,
        county: countyOf(region),
        year,
        region,
        attendances,
      })
      return { year, region, attendances }
    },
    undefined,
    { about: [{ kind: 'region', id: region, name: region, place: region }] },
  )
}
