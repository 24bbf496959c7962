import { HEAD } from '../../../contract/registry'
import { read, type Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Expert } from '../expert/documents'
import { derivedExpert } from '../expert/rules'
import { livingIn } from './changing'
import type { Household, Person } from './documents'
import { thingOfPerson } from './person'
import { putHousehold } from './put-household'
import { putPerson } from './put-person'
import { homeOf, reaches, reachOf } from './scope'

/** Nine round trips, ten where they use WeChat; two more for an expert. */
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
      await restoreExpert(transaction, person)
      return { personId }
    },
    undefined,
    { about: [thingOfPerson(seen)] },
  )
}

/** An expert left the directory with them, and comes back taking no questions until they say so. */
async function restoreExpert(transaction: Transaction, { roles = [] }: Person): Promise<void> {
  const expertId = roles.find(({ role }) => role === 'expert')?.scope
  const expert = expertId ? await transaction.get<Expert>('experts', expertId) : null
  if (!expert?.archived) return
  const { archived: _, ...back } = expert
  await transaction.set('experts', derivedExpert(expert, back))
}

const notHead = (relation: string | undefined) => (relation === HEAD ? undefined : relation)
