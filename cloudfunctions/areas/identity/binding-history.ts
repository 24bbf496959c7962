import { recordLook } from '../../platform/audit'
import { collection, read, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import type { Person } from '../registry/documents'
import { thingOfPerson } from '../registry/person'
import { chargeOf } from './charge'
import { accountLabel } from './codes'
import type { Binding } from './documents'

/** More phones than anybody has had. */
const MOST = 100

/** Three round trips: the person, the history, and that it was looked at. */
export const bindingHistory: Handler<'identity.bindingHistory'> = async ({ personId }, context) => {
  const person = chargeOf(
    context.account,
    ['informant', 'bureau', 'admin'],
    await read<Person>('people', personId),
  )
  const [found] = await Promise.all([
    rows<Binding>(
      collection('bindings').where({ personId }).orderBy('at', 'desc').orderBy('_id', 'desc').limit(MOST),
    ),
    recordLook(context, thingOfPerson(person)),
  ])
  return {
    bound: person.openid !== undefined,
    bindings: found.map(({ at, event, how, openid, by, reason, personName }) => ({
      at,
      event,
      how,
      account: accountLabel(openid),
      by: by?.name ?? personName,
      reason,
    })),
  }
}
