import { randomUUID } from 'node:crypto'
import type { RoleGrant } from '../../../contract/identity'
import type { Context } from '../../platform/context'
import type { Transaction } from '../../platform/database'
import { isDuplicate } from '../../platform/passing'
import { Refused } from '../../platform/refusal'
import type { Person } from '../registry/documents'
import { derived } from '../registry/put-person'
import { copiedFrom } from './bound'
import type { Account, Binding, By } from './documents'

type Surroundings = Pick<Context, 'now' | 'configuration'>

/** Roles with others added, each once. */
export const united = (roles: readonly RoleGrant[] = [], more: readonly RoleGrant[]): RoleGrant[] => [
  ...roles.filter((held) => !more.some((each) => sameRole(each, held))),
  ...more,
]

/** The same role over the same scope, whenever it ends. */
export const sameRole = (
  one: Pick<RoleGrant, 'role' | 'scope'>,
  other: Pick<RoleGrant, 'role' | 'scope'>,
): boolean => one.role === other.role && one.scope === other.scope

/**
 * Binds an account to a person within a transaction: the account, the person who knows of it, a line of the history.
 * Three round trips, and one more where an account is left (`person.openid`). `person` as this transaction read them.
 * ACCOUNT_BOUND where the account has been bound meanwhile.
 */
export async function bind(
  transaction: Transaction,
  { now, configuration }: Surroundings,
  {
    person,
    openid,
    consent,
    how,
    by,
    grants = [],
  }: {
    person: Person
    openid: string
    consent?: Account['consent']
    how: Binding['how']
    by?: By
    grants?: RoleGrant[]
  },
): Promise<Account> {
  const after = derived(person, { ...person, openid, roles: united(person.roles, grants) }, configuration)
  const account: Account = { _id: openid, ...copiedFrom(after), ...(consent ? { consent } : {}) }
  if (person.openid) await transaction.remove('accounts', person.openid)
  await transaction.create('accounts', account).catch((error) => {
    throw isDuplicate(error) ? new Refused('ACCOUNT_BOUND') : error
  })
  await transaction.set('people', after)
  await record(transaction, now, person, {
    openid,
    event: person.openid ? 'moved' : 'bound',
    how,
    by,
    from: person.openid,
    granted: grants.length > 0 ? grants : undefined,
  })
  return account
}

/**
 * Parts a person from their account within a transaction; what `after` changes of the person goes with it. Three round
 * trips. NOT_BOUND where there is none.
 */
export async function part(
  transaction: Transaction,
  { now, configuration }: Surroundings,
  person: Person,
  line: Pick<Binding, 'event' | 'by' | 'reason'>,
  after: Partial<Person> = {},
): Promise<void> {
  const { openid } = person
  if (!openid) throw new Refused('NOT_BOUND')
  await transaction.remove('accounts', openid)
  await transaction.set('people', derived(person, { ...person, ...after, openid: undefined }, configuration))
  await record(transaction, now, person, { openid, ...line })
}

const record = (
  transaction: Transaction,
  now: Date,
  { _id: personId, name: personName }: Person,
  line: Omit<Binding, '_id' | 'personId' | 'personName' | 'at'>,
) =>
  transaction.create<Binding>('bindings', {
    _id: randomUUID(),
    personId,
    personName,
    at: now.toISOString(),
    ...line,
  })
