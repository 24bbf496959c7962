import { collection, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Person } from '../registry/documents'
import { thingOfPerson } from '../registry/person'
import { part, sameRole } from './bind'
import { byOf, chargeOf, requireMayBind } from './charge'
import type { Binding } from './documents'

/**
 * Nine round trips. The account that was left for the wrong one does not come back by itself: the phone may be lost.
 * Nobody takes back their own.
 */
export const undoBinding: Handler<'identity.undoBinding'> = async ({ personId, reason }, context) => {
  if (personId === context.account.personId) throw new Refused('OWN_ROLE')
  const [last] = await rows<Binding>(
    collection('bindings').where({ personId }).orderBy('at', 'desc').limit(1),
  )
  return context.once(
    async (transaction) => {
      const person = chargeOf(
        context.account,
        ['informant', 'bureau', 'admin'],
        await transaction.get<Person>('people', personId),
      )
      requireMayBind(context, person)
      // The line is of the binding that is there now; else another was made meanwhile, with roles of its own.
      const granted = last?.openid === person.openid ? (last?.granted ?? []) : []
      const roles = (person.roles ?? []).filter((held) => !granted.some((each) => sameRole(each, held)))
      await part(transaction, context, person, { event: 'undone', by: byOf(context), reason }, { roles })
      return { personId, person: thingOfPerson(person) }
    },
    undefined,
    ({ person }) => ({ about: [person], reason }),
  )
}
