import { KEPT } from '../../../contract/retention'
import { collection } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Person } from '../registry/documents'
import { thingOfPerson } from '../registry/person'
import { requestIdOf } from './asking'
import { part } from './bind'
import { answerToGone, isKnown } from './gone'

/**
 * Ten round trips. What others were allowed to be sent, and to whom, goes first: it may be done twice, and who is stopped
 * in between still has an account to leave with.
 */
export const withdraw: Handler<'identity.withdraw'> = async ({ personId }, context) => {
  if (!isKnown(context)) return answerToGone(context)
  const { account, openid } = context
  if (personId !== account.personId) throw new Refused('NOT_FOUND')
  await collection('grants').where({ openid }).remove()
  await collection('bindingRequests')
    .where({ _id: requestIdOf(openid) })
    .remove()
  return context.once(
    async (transaction) => {
      const person = await transaction.get<Person>('people', personId)
      if (!person) throw new Refused('NOT_FOUND')
      await part(transaction, context, person, { event: 'withdrawn' }, FORGOTTEN)
      return { kept: [...KEPT], person: thingOfPerson(person) }
    },
    undefined,
    ({ person }) => ({ about: [person] }),
  )
}

/** What the registry does not need to keep its accounts: name, year of birth, village and household stay. */
const FORGOTTEN: Partial<Person> = {
  phone: undefined,
  identity: undefined,
  identityHash: undefined,
  matchHash: undefined,
  agents: undefined,
  agreements: undefined,
}
