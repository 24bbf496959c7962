import type { Context } from '../../platform/context'
import type { Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Person } from '../registry/documents'
import { putPerson } from '../registry/put-person'
import { bind, sameRole, united } from './bind'
import { copiedFrom } from './bound'
import { agreedTo } from './consents'
import type { Account, Invitation } from './documents'
import { presentMe } from './present'

/**
 * Ten round trips; one more where the person leaves another account. Every code that cannot be used is refused alike, so
 * that nobody learns by trying which ones there are. Of two accounts with the same code one gets in: both write the
 * invitation.
 */
export const redeem: Handler<'identity.redeem'> = async ({ code, consent }, context) => {
  const agreed = agreedTo(consent, context.now)
  let again = false
  return context.once(
    async (transaction) => {
      const account = await redeemIn(transaction, code, agreed, context)
      again = account === context.account
      return presentMe({ ...context, account })
    },
    undefined,
    // One's own code once more changes nothing.
    ({ person }) =>
      person && !again
        ? {
            about: [{ kind: 'person', id: person.id, name: person.name, place: person.village }],
            self: person,
          }
        : { about: [] },
  )
}

async function redeemIn(
  transaction: Transaction,
  code: string,
  consent: NonNullable<Account['consent']>,
  context: Context,
): Promise<Account> {
  const { openid, account, now, configuration } = context
  const invitation = await transaction.get<Invitation>('invitations', code)
  if (account && invitation?.state === 'used' && invitation.usedBy?.openid === openid) return account
  const person = invitation && (await transaction.get<Person>('people', invitation.personId))
  if (!person || !isGood(invitation, person, now)) throw new Refused('CODE_WRONG')
  if (account && account.personId !== person._id) throw new Refused('ACCOUNT_BOUND')
  await transaction.update('invitations', code, {
    state: 'used',
    usedBy: { openid, at: now.toISOString() },
  })
  const { grants } = invitation
  // Bound already, by another way: the roles are what is left to do.
  if (account && person.openid === openid) {
    const after = await putPerson(
      transaction,
      person,
      { ...person, roles: united(person.roles, grants) },
      configuration,
    )
    return { ...account, ...copiedFrom(after) }
  }
  if (person.openid && !invitation.replace) throw new Refused('PERSON_BOUND')
  return bind(transaction, context, {
    person,
    openid,
    consent,
    how: 'invitation',
    by: invitation.madeBy,
    grants,
  })
}

/** Open, for somebody who is there and has got no role since that its maker might not have given. */
const isGood = (
  { state, expiresAt, covers }: Invitation,
  { archived, roles = [] }: Person,
  now: Date,
): boolean =>
  state === 'open' &&
  expiresAt > now.toISOString() &&
  !archived &&
  roles.every((held) => covers.some((each) => sameRole(each, held)))
