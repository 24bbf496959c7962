import type { Thing } from '../../../contract/audit'
import { recordLook } from '../../platform/audit'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { wholeHousehold } from './cards'
import type { Household } from './documents'
import { inOrder, presentMember } from './present'
import { OFFICIALS, READING, reaches, reachOf } from './scope'

/** Two round trips: the household with its people, and that it was looked at. */
export const household: Handler<'registry.household'> = async ({ householdId }, context) => {
  const { account, now } = context
  const found = await wholeHousehold(householdId)
  if (!found || !reaches(reachOf(account, READING), found.village)) throw new Refused('NOT_FOUND')
  await recordLook(context, thingOfHousehold(found))
  const official = reaches(reachOf(account, OFFICIALS), found.village)
  const [cadre] = found.cadre
  return {
    householdId: found._id,
    version: found.version ?? 0,
    headName: found.headName,
    region: found.village,
    villageName: found.villageName,
    address: found.address,
    assisted: official ? found.assisted : undefined,
    cadre: official && cadre ? { personId: cadre._id, name: cadre.name } : undefined,
    members: inOrder(found.members.filter(({ archived }) => !archived)).map((each) =>
      presentMember(each, now),
    ),
    former: found.members
      .flatMap(({ _id, name, archived }) => (archived ? [{ _id, name, ...archived }] : []))
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ _id, name, reason }) => ({ personId: _id, name, reason })),
    archived: found.archived,
    mayChange: reaches(reachOf(account, ['bureau']), found.village),
  }
}

/** A household as what an entry of the audit log is about. */
export const thingOfHousehold = ({ _id, headName, village }: Household): Thing => ({
  kind: 'household',
  id: _id,
  name: headName,
  place: village,
})
