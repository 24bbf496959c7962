import { beijing } from '../../../contract/time'
import { scopesOf } from '../../platform/context'
import type { Handler } from '../../platform/dispatch'
import { peopleOf } from './people-of'

/** One round trip. */
export const people: Handler<'registry.people'> = async ({ cursor }, { account, now }) => {
  const found = await peopleOf(scopesOf(account, 'informant'), cursor)
  return {
    people: found.rows.map((person) => ({
      personId: person._id,
      name: person.name,
      age: beijing(now).year() - person.birthYear,
      villageName: person.villageName ?? '',
      isHead: person.isHead,
      hasWeChat: Boolean(person.openid),
    })),
    next: found.next,
  }
}
