import type { Thing } from '../../../contract/audit'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { changeHousehold } from './change-household'
import type { Person } from './documents'
import { followNow } from './follow'
import { thingOfPerson } from './person'

/** Seven round trips, and follow.ts for its people. */
export const changeHead: Handler<'registry.changeHead'> = async (input, context) => {
  const { newHead, reason } = input
  const changed = await changeHousehold(
    input,
    context,
    async (transaction, household) => {
      const head = await transaction.get<Person>('people', newHead)
      const belongs = head?.householdId === household._id && !head.archived
      if (!head || !belongs || newHead === household.headId) throw new Refused('NOT_A_MEMBER')
      const died = reason === 'death' ? household.headId : undefined
      const old: Thing = {
        kind: 'person',
        id: household.headId,
        name: household.headName,
        place: household.village,
      }
      return {
        after: { ...household, headId: newHead, following: true, reheaded: true, died },
        head,
        about: [old, thingOfPerson(head)],
      }
    },
    reason === 'death' ? '户主去世' : '换户主',
  )
  await followNow(changed, context.configuration, context.now)
  return { householdId: changed._id, version: changed.version ?? 0 }
}
