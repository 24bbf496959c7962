import { maskedNumber } from '../../../contract/identity-number'
import { NUMBER_PURPOSE_NAMES } from '../../../contract/number-purposes'
import type { KnownContext } from '../../platform/context'
import { collection, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Person } from '../registry/documents'
import { identityHashOf, withNumber } from '../registry/hashes'
import { thingOfPerson } from '../registry/person'
import { putPerson } from '../registry/put-person'
import { chargeOf } from './charge'

/** Eight round trips. Neither the answer nor the record of the request holds the number. */
export const setNumber: Handler<'identity.setNumber'> = async ({ personId, number, purpose }, context) => {
  const { account, configuration } = context
  requireKeys(context)
  const own = personId === account.personId
  const sameNumber = await rows<Person>(
    collection('people')
      .where({ identityHash: identityHashOf(number, configuration) })
      .limit(5),
  )
  return context.once(
    async (transaction) => {
      const found = await transaction.get<Person>('people', personId)
      const person = own && found ? found : chargeOf(account, ['informant', 'bureau'], found)
      if (sameNumber.some(({ _id, archived }) => _id !== personId && !archived))
        throw new Refused('NUMBER_TAKEN')
      await putPerson(transaction, person, withNumber(person, number, configuration), configuration)
      return { personId, masked: maskedNumber(number), person: thingOfPerson(person) }
    },
    undefined,
    ({ person }) => ({ about: [person], reason: `本人同意，用于${NUMBER_PURPOSE_NAMES[purpose]}` }),
  )
}

/** NUMBERS_OFF where the deployment has no keys to keep a number with. */
export function requireKeys({ configuration }: Pick<KnownContext, 'configuration'>): void {
  if (configuration.identityKeys.length === 0 || !configuration.identityHashKey)
    throw new Refused('NUMBERS_OFF')
}
