import { collection, command, read, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { personIn, refuseStale } from './changing'
import type { Household, Person } from './documents'
import { thingOfPerson } from './person'
import { putPerson } from './put-person'
import { homeOf, reaches, reachOf } from './scope'

/**
 * Nine round trips, ten where they use WeChat; one more for a head. What they had signed up for is cancelled by jobs: it
 * may be much, and an enrolment that is under way at this moment must not escape it (leaving.ts).
 */
export const archivePerson: Handler<'registry.archivePerson'> = async (input, context) => {
  const { personId, reason } = input
  const { account, now, configuration } = context
  const seen = await read<Person>('people', personId)
  if (!seen || !reaches(reachOf(account, ['bureau']), homeOf(seen))) throw new Refused('NOT_FOUND')
  const alone = seen.isHead && seen.householdId ? await isAlone(seen) : false
  return context.once(
    async (transaction) => {
      const person = await personIn(transaction, personId, context)
      refuseStale(person, input)
      const { householdId } = person
      const household = householdId && (await transaction.get<Household>('households', householdId))
      if (household && household.headId === personId && !alone) throw new Refused('HEAD_STAYS')
      const archived = { at: now.toISOString(), reason }
      // The household first: it is what somebody who moves in, or is made its head, writes as well.
      if (household) await transaction.update('households', household._id, { version: command.inc(1) })
      await putPerson(transaction, person, { ...person, archived, leaving: true }, configuration)
      return { personId }
    },
    undefined,
    { about: [thingOfPerson(seen)], reason },
  )
}

/** Nobody else lives in their household any more. */
async function isAlone({ _id, householdId }: Person): Promise<boolean> {
  const others = collection('people').where({
    householdId,
    _id: command.neq(_id),
    archived: command.exists(false),
  })
  return (await rows(others.limit(1))).length === 0
}
