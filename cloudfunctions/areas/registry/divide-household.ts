import { randomUUID } from 'node:crypto'
import type { Told } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { householdIn, refuseStale } from './changing'
import type { Person } from './documents'
import { followNow } from './follow'
import { thingOfHousehold } from './household'
import { thingOfPerson } from './person'
import { putHousehold } from './put-household'

/** Eight round trips, and follow.ts for those who go. */
export const divideHousehold: Handler<'registry.divideHousehold'> = async (input, context) => {
  const { householdId, members, newHead, address } = input
  const leaving = await rows<Person>(
    collection('people')
      .where({ _id: command.in(members) })
      .limit(members.length),
  )
  const about: Told['about'] = []
  const divided = await context.once(
    async (transaction) => {
      const old = await householdIn(transaction, householdId, context)
      refuseStale(old, input)
      if (members.includes(old.headId)) throw new Refused('HEAD_STAYS')
      const theirs = leaving.filter((each) => each.householdId === householdId && !each.archived)
      const head = theirs.find(({ _id }) => _id === newHead)
      if (!head || theirs.length < new Set(members).size) throw new Refused('NOT_A_MEMBER')
      // The old one is written as well: whoever moves a member or makes one its head at this moment has to look again.
      await transaction.update('households', householdId, { version: command.inc(1) })
      const { village, villageName, place } = old
      const fresh = await putHousehold(
        transaction,
        null,
        {
          _id: `household-${randomUUID()}`,
          headId: newHead,
          headName: head.name,
          ...{ village, villageName, place, address, assisted: false, following: true },
          joining: { from: householdId, people: members },
        },
        head,
      )
      about.splice(
        0,
        about.length,
        thingOfHousehold(old),
        thingOfHousehold(fresh),
        ...theirs.map(thingOfPerson),
      )
      return fresh
    },
    undefined,
    { about, reason: '分户' },
  )
  await followNow(divided, context.configuration, context.now)
  return { householdId: divided._id, version: divided.version ?? 0 }
}
