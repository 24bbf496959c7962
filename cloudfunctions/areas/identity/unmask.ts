import { recordLook } from '../../platform/audit'
import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { unseal } from '../../platform/secrets'
import type { Person } from '../registry/documents'
import { thingOfPerson } from '../registry/person'
import { chargeOf } from './charge'
import { requireKeys } from './set-number'

/** Two round trips: the person, and that their number was looked at, before it is answered. */
export const unmask: Handler<'identity.unmask'> = async ({ personId, reason }, context) => {
  requireKeys(context)
  const person = chargeOf(context.account, ['bureau'], await read<Person>('people', personId))
  if (!person.identity) throw new Refused('NO_NUMBER')
  const number = unseal(person.identity, personId, context.configuration)
  await recordLook(context, thingOfPerson(person), { reason })
  return { personId, number }
}
