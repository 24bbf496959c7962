import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { changeHousehold } from './change-household'
import type { Household } from './documents'
import { followNow } from './follow'
import { placeOf } from './places'
import { reaches, reachOf } from './scope'

/** Seven round trips, and following.ts for its people. */
export const moveHousehold: Handler<'registry.moveHousehold'> = async (input, context) => {
  const place = await placeOf(input.village)
  // From one's own region into one's own region.
  if (!reaches(reachOf(context.account, ['bureau']), place.code)) throw new Refused('NO_SUCH_REGION')
  const moved = await changeHousehold(input, context, async (_, household) => {
    const to = { village: place.code, villageName: place.name, place: place.place }
    return { after: { ...household, ...to, following: true } satisfies Household }
  })
  await followNow(moved, context.configuration, context.now)
  return { householdId: moved._id, version: moved.version ?? 0 }
}
