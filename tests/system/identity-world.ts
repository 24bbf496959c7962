import type { Account, Binding, Invitation } from '../../cloudfunctions/areas/identity/documents'
import type { Input } from '../../contract'
import { GUIDELINE } from '../../contract/guideline'
import type { Cloud } from './cloud'
import { codeOf, find, personIn, VILLAGE } from './registry-world'

export { codeOf, find, personIn, VILLAGE }

export const INFORMANT = 'demo-informant'
export const BUREAU = 'demo-bureau'
export const ADMIN = 'demo-admin'

export const accountOf = (cloud: Cloud, openid: string) =>
  find<Account>(cloud, 'accounts', { _id: openid })[0]
export const invitationOf = (cloud: Cloud, code: string) =>
  find<Invitation>(cloud, 'invitations', { _id: code })[0] as Invitation
export const bindingsOf = (cloud: Cloud, personId: string) =>
  find<Binding>(cloud, 'bindings', { personId }).sort((a, b) => (a.at < b.at ? -1 : 1))

/** A code for one person, from whoever may give it. */
export async function codeFor(
  cloud: Cloud,
  personId: string,
  more: Omit<Partial<Input<'identity.invite'>>, 'personIds'> = {},
  by = INFORMANT,
): Promise<string> {
  const { results } = await cloud.must(by, 'identity.invite', { personIds: [personId], ...more })
  const [result] = results
  if (!result?.code) throw new Error(JSON.stringify(result?.error))
  return result.code
}

export const redeem = (cloud: Cloud, openid: string, code: string) =>
  cloud.ask(openid, 'identity.redeem', { code, consent: GUIDELINE })

/** Binds a new account to a person, as life does. */
export async function bindTo(cloud: Cloud, openid: string, personId: string): Promise<void> {
  await cloud.must(openid, 'identity.redeem', {
    code: await codeFor(cloud, personId, {}, BUREAU),
    consent: GUIDELINE,
  })
}

/**
 * What must hold of all accounts and people at any time: an account is its person's, and a person's is theirs; nobody has
 * two.
 */
export function expectSound(cloud: Cloud): void {
  const accounts = find<Account>(cloud, 'accounts', {})
  expect(new Set(accounts.map(({ personId }) => personId)).size).toBe(accounts.length)
  for (const { _id, personId } of accounts)
    expect([personId, personIn(cloud, personId)?.openid]).toEqual([personId, _id])
  for (const person of find<{ _id: string; openid?: string }>(cloud, 'people', { openid: { $exists: true } }))
    if (person.openid)
      expect([person._id, accountOf(cloud, person.openid)?.personId]).toEqual([person._id, person._id])
}
