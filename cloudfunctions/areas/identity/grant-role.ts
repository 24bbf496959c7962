import type { RoleGrant } from '../../../contract/identity'
import { ROLE_NAMES } from '../../../contract/role-names'
import { dayOf } from '../../../contract/time'
import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { notify } from '../notification/notify'
import type { Person } from '../registry/documents'
import { thingOfPerson } from '../registry/person'
import { putPerson } from '../registry/put-person'
import { sameRole, united } from './bind'
import { chargeOf } from './charge'
import { grantFor } from './grants'
import { hasEnded } from './rules'

/** Ten round trips at most. The person, and the account that copies them, change in one step: in force at the next call. */
export const grantRole: Handler<'identity.grantRole'> = async ({ personId, ...asked }, context) => {
  const { account, now, configuration } = context
  if (personId === account.personId) throw new Refused('OWN_ROLE')
  const seen = chargeOf(account, ['bureau', 'admin'], await read<Person>('people', personId))
  const grant = await grantFor(context, seen, asked)
  return context.once(
    async (transaction) => {
      const person = chargeOf(account, ['bureau', 'admin'], await transaction.get<Person>('people', personId))
      if (holds(person.roles, grant, dayOf(now))) throw new Refused('ROLE_HELD')
      const after = await putPerson(
        transaction,
        person,
        { ...person, roles: united(person.roles, [grant]) },
        configuration,
      )
      await notify(transaction, context, {
        event: `granted:${grant.role}:${grant.scope ?? ''}:${now.getTime()}`,
        to: { id: personId, openid: person.openid },
        title: `您有了新身份：${ROLE_NAMES[grant.role]}`,
        text: `${grant.scopeName}，${account.name}办的。打开“我的”就能看到要做的事。`,
        page: '/my/index/index',
      })
      return { personId, roles: after.roles ?? [] }
    },
    undefined,
    { about: [{ ...thingOfPerson(seen), kind: 'role', id: personId, name: `${seen.name}：${said(grant)}` }] },
  )
}

/** Just so, until the same day, and not over yet. */
const holds = (roles: readonly RoleGrant[] = [], grant: RoleGrant, today: string) =>
  roles.some((held) => sameRole(held, grant) && held.until === grant.until && !hasEnded(held, today))

/** "信息员（李家湾村）", as the log has it. */
export const said = ({ role, scopeName }: RoleGrant): string => `${ROLE_NAMES[role]}（${scopeName}）`
