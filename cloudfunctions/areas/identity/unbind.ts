import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Person } from '../registry/documents'
import { thingOfPerson } from '../registry/person'
import { part } from './bind'
import { byOf, chargeOf, requireMayBind } from './charge'
import { answerToGone, isKnown } from './gone'

/** Eight round trips. */
export const unbind: Handler<'identity.unbind'> = ({ personId, reason }, context) => {
  if (!isKnown(context)) return answerToGone(context)
  const { account } = context
  const own = personId === account.personId
  return context.once(
    async (transaction) => {
      const found = await transaction.get<Person>('people', personId)
      const person = own && found ? found : chargeOf(account, ['informant', 'bureau', 'admin'], found)
      if (!own) requireMayBind(context, person)
      if (!own && !reason) throw new Refused('REASON_NEEDED')
      const line = own ? {} : { by: byOf(context) }
      await part(transaction, context, person, { event: 'unbound', ...line, ...(reason ? { reason } : {}) })
      return { personId, person: thingOfPerson(person) }
    },
    undefined,
    ({ person }) => ({ about: [person], ...(reason ? { reason } : {}) }),
  )
}
