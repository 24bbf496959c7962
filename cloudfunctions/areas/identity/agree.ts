import type { Parsed } from '../../../contract'
import { holdsOver, type KnownContext } from '../../platform/context'
import type { Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { notify } from '../notification/notify'
import type { Person } from '../registry/documents'
import { thingOfPerson } from '../registry/person'
import { putPerson } from '../registry/put-person'
import type { AgentCode } from './documents'

/**
 * Ten round trips with a code and an account, nine without the code. A code serves several people in its half hour: it
 * gives whoever shows it a right, and each who reads it decides for themselves.
 */
export const agree: Handler<'identity.agree'> = (input, context) => {
  requireOwnWord(context)
  const { subject, configuration, now } = context
  return context.once(
    async (transaction) => {
      const person = await transaction.get<Person>('people', subject.id)
      if (!person || person.archived) throw new Refused('NOT_FOUND')
      const agent = await agentOf(transaction, person, input, context)
      if (person.agents?.includes(agent._id)) throw new Refused('AGENT_ALREADY')
      const agreement = { personId: agent._id, name: agent.name, relation: input.relation }
      await putPerson(
        transaction,
        person,
        {
          ...person,
          agents: [...(person.agents ?? []), agent._id],
          agreements: [...(person.agreements ?? []), agreement],
        },
        configuration,
      )
      await notify(transaction, context, {
        event: `agreed:${person._id}:${now.getTime()}`,
        to: { id: agent._id, openid: agent.openid },
        title: `${person.name}同意您替${person.name}办事`,
        text: '报名、问专家、查分红，都可以替着办。办的时候上面会写明是替谁办的。',
        page: '/my/index/index',
      })
      return { ...agreement, about: [thingOfPerson(person), thingOfPerson(agent)] }
    },
    undefined,
    ({ about }) => ({ about }),
  )
}

/** One's own word, or what the informant of the village takes down; never the word of who acts for somebody already. */
export function requireOwnWord({ account, subject }: KnownContext): void {
  if (subject.id !== account.personId && !holdsOver(account, 'informant', subject.village))
    throw new Refused('FORBIDDEN')
}

async function agentOf(
  transaction: Transaction,
  person: Person,
  { personId, code }: Parsed<'identity.agree'>,
  { now }: KnownContext,
): Promise<Person> {
  if (code === undefined) {
    const member = await transaction.get<Person>('people', personId ?? '')
    const family = member?.householdId !== undefined && member.householdId === person.householdId
    if (!member || member.archived || !family || member._id === person._id) throw new Refused('NOT_FAMILY')
    return member
  }
  const shown = await transaction.get<AgentCode>('agentCodes', code)
  if (!shown || shown.expiresAt <= now.toISOString() || shown.personId === person._id)
    throw new Refused('CODE_WRONG')
  const other = await transaction.get<Person>('people', shown.personId)
  if (!other || other.archived) throw new Refused('CODE_WRONG')
  return other
}
