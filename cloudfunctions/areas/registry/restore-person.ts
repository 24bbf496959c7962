import { HEAD } from '../../../contract/registry'
import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { livingIn } from './changing'
import type { Household, Person } from './documents'
import { thingOfPerson } from './person'
import { putHousehold } from './put-household'
import { putPerson } from './put-person'
import { homeOf, reaches, reachOf } from './scope'

/** Nine round trips, ten where they use WeChat. */
export const restorePerson: Handler<'registry.restorePerson'> = async ({ personId }, context) => {
  const seen = await read<Person>('people', personId)
  if (!seen || !reaches(reachOf(context.account, ['bureau']), homeOf(seen))) throw new Refused('NOT_FOUND')
  return context.once(
    async (transaction) => {
      const person = await transaction.get<Person>('people', personId)
      if (!person?.archived) throw new Refused('NOT_ARCHIVED')
      if (person.archived.mergedInto) throw new Refused('MERGED')
      const { archived: _, leaving: __, ...back } = person
      const household = person.householdId
        ? await transaction.get<Household>('households', person.householdId)
        : null
      // Where they lived may have moved, or got another head, in the meantime.
      const head = household !== null && (household.archived !== undefined || household.headId === personId)
      if (household && head) {
        const { archived: ___, ...open } = household
        await putHousehold(transaction, household, { ...open, headId: personId }, person)
      }
      const at = household
        ? { ...livingIn(household), isHead: head, relation: head ? HEAD : notHead(person.relation) }
        : {}
      await putPerson(transaction, person, { ...back, ...at }, context.configuration)
      return { personId }
    },
    undefined,
    { about: [thingOfPerson(seen)] },
  )
}

const notHead = (relation: string | undefined) => (relation === HEAD ? undefined : relation)
