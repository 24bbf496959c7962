import type { RoleGrant } from '../../../contract/identity'
import type { KnownContext } from '../../platform/context'
import { read, type Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { notify } from '../notification/notify'
import type { Person } from '../registry/documents'
import { thingOfPerson } from '../registry/person'
import { putPerson } from '../registry/put-person'
import { sameRole } from './bind'
import { chargeOf } from './charge'
import { said } from './grant-role'
import { placesOfHeld } from './grants'
import { mayGive } from './rules'

/**
 * Ten round trips at most. Nobody takes a role from themselves, and an administrator's only one who is one still: so two
 * who take it from each other at the same time leave one of them, and there is always an administrator.
 */
export const revokeRole: Handler<'identity.revokeRole'> = async (
  { personId, role, over: scope, reason },
  context,
) => {
  const { account, configuration } = context
  if (personId === account.personId) throw new Refused('OWN_ROLE')
  const seen = chargeOf(account, ['bureau', 'admin'], await read<Person>('people', personId))
  const held = (seen.roles ?? []).find((each) => sameRole(each, { role, scope }))
  // What is not held may be asked about by nobody who could not take it.
  if (!mayGive(account.roles, role, held ? await placesOfHeld(held, seen) : account.roles.flatMap(scopeIn)))
    throw new Refused('FORBIDDEN')
  if (!held) throw new Refused('ROLE_NOT_HELD')
  return context.once(
    async (transaction) => {
      const person = chargeOf(account, ['bureau', 'admin'], await transaction.get<Person>('people', personId))
      if (!person.roles?.some((each) => sameRole(each, held))) throw new Refused('ROLE_NOT_HELD')
      if (role === 'admin') await stayAdmin(transaction, context)
      const roles = person.roles.filter((each) => !sameRole(each, held))
      await putPerson(transaction, person, { ...person, roles }, configuration)
      await notify(transaction, context, {
        event: `revoked:${role}:${scope ?? ''}:${context.now.getTime()}`,
        to: { id: personId, openid: person.openid },
        title: `身份取消了：${said(held)}`,
        text: `${account.name}办的：${reason}。有疑问请联系县科技局。`,
        page: '/my/index/index',
      })
      return { personId, roles }
    },
    undefined,
    {
      about: [{ ...thingOfPerson(seen), kind: 'role', id: personId, name: `${seen.name}：${said(held)}` }],
      reason,
    },
  )
}

const scopeIn = ({ scope }: RoleGrant): string[] => (scope === undefined ? [] : [scope])

/** The caller is an administrator still, and writes so: who takes it from them at the same moment collides. */
async function stayAdmin(transaction: Transaction, { account }: KnownContext): Promise<void> {
  const self = await transaction.get<Person>('people', account.personId)
  if (!self?.roles?.some(({ role }) => role === 'admin')) throw new Refused('FORBIDDEN')
  await transaction.update('people', self._id, { version: (self.version ?? 0) + 1 })
}
