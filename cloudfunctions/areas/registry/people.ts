import { beijing } from '../../../contract/time'
import { scopesOf } from '../../platform/context'
import type { Handler } from '../../platform/dispatch'
import { countToPassOn } from '../training/tell-others/relay'
import { peopleOf } from './people-of'

/** One round trip, and one beside it for what is to be passed on to some of them. */
export const people: Handler<'registry.people'> = async ({ cursor }, { account, now }) => {
  const villages = scopesOf(account, 'informant')
  const [found, toTell] = await Promise.all([
    peopleOf(villages, cursor),
    cursor === undefined ? countToPassOn(villages, now) : undefined,
  ])
  return {
    people: found.rows.map((person) => ({
      personId: person._id,
      name: person.name,
      age: beijing(now).year() - person.birthYear,
      villageName: person.villageName ?? '',
      isHead: person.isHead,
      hasWeChat: Boolean(person.openid),
    })),
    toTell,
    next: found.next,
  }
}
