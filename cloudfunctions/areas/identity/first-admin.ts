import { aboutPerson } from '../../platform/audit'
import type { Configuration } from '../../platform/configuration'
import { collection, inTransaction, rows } from '../../platform/database'
import type { AuditDocument } from '../audit/documents'
import type { Person } from '../registry/documents'
import { derived, putPerson } from '../registry/put-person'
import { bind, united } from './bind'
import type { Account } from './documents'

const PERSON_ID = 'person-first-admin'
const GRANT = { role: 'admin' as const, scopeName: '系统' }

/**
 * While no account is an administrator's, makes the one named in the deployment's configuration so: the person it is bound
 * to, or one of its own. Once there is an administrator it does nothing; should they all be gone, it is the way back.
 */
export async function makeFirstAdmin(
  configuration: Configuration,
  now: Date,
): Promise<{ firstAdmin?: true }> {
  const { firstAdminOpenid: openid } = configuration
  if (!openid) return {}
  const admins = await rows<Account>(collection('accounts').where({ 'roles.role': 'admin' }).limit(1))
  if (admins.length > 0) return {}
  return inTransaction(async (transaction) => {
    const account = await transaction.get<Account>('accounts', openid)
    const personId = account?.personId ?? PERSON_ID
    const found = await transaction.get<Person>('people', personId)
    const person = found ?? derived(null, newPerson(now), configuration)
    if (account)
      await putPerson(transaction, found, { ...person, roles: united(person.roles, [GRANT]) }, configuration)
    else
      await bind(
        transaction,
        { now, configuration },
        { person: { ...person, openid: undefined }, openid, how: 'deployment', grants: [GRANT] },
      )
    await transaction.create<AuditDocument>('audit', {
      _id: `first-admin:${now.getTime()}`,
      at: now.toISOString(),
      operation: 'jobs.firstAdmin',
      who: { openid, personId, name: person.name },
      about: { ...aboutPerson({ id: personId, name: person.name }), kind: 'role' },
      concerns: [personId],
      places: [],
      requestId: 'first-admin',
    })
    return { firstAdmin: true as const }
  })
}

/** The name and the year are for the administrator to put right. */
const newPerson = (now: Date): Omit<Person, 'order' | 'search' | 'version'> => ({
  _id: PERSON_ID,
  name: '系统管理员',
  birthYear: now.getUTCFullYear() - 40,
  place: '县科技局',
  isHead: false,
})
