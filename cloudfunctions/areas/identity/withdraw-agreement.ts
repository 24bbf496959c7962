import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Person } from '../registry/documents'
import { thingOfPerson } from '../registry/person'
import { putPerson } from '../registry/put-person'
import { requireOwnWord } from './agree'

/** Seven round trips. In force at once: whom one may act for is read at each call. */
export const withdrawAgreement: Handler<'identity.withdrawAgreement'> = ({ personId }, context) => {
  requireOwnWord(context)
  const { subject, configuration } = context
  return context.once(
    async (transaction) => {
      const person = await transaction.get<Person>('people', subject.id)
      if (!person) throw new Refused('NOT_FOUND')
      if (!person.agents?.includes(personId)) throw new Refused('NOT_AGENT')
      const after = {
        ...person,
        agents: person.agents.filter((each) => each !== personId),
        agreements: person.agreements?.filter((each) => each.personId !== personId),
      }
      await putPerson(transaction, person, after, configuration)
      const name = person.agreements?.find((each) => each.personId === personId)?.name ?? ''
      return { personId, about: [thingOfPerson(person), { kind: 'person' as const, id: personId, name }] }
    },
    undefined,
    ({ about }) => ({ about }),
  )
}
