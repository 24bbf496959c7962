import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { byOf } from './charge'
import type { Invitation } from './documents'
import { isTheirs } from './invitations'

/** Seven round trips. */
export const revokeInvitation: Handler<'identity.revokeInvitation'> = async ({ code, reason }, context) => {
  // Whom it was for never changes, so it is read before: the log names them.
  const seen = await read<Invitation>('invitations', code)
  if (!seen || !isTheirs(context, seen)) throw new Refused('NOT_FOUND')
  const { personId: id, name, places } = seen
  return context.once(
    async (transaction) => {
      const invitation = await transaction.get<Invitation>('invitations', code)
      if (invitation?.state !== 'open') throw new Refused('INVITATION_CLOSED')
      const at = context.now.toISOString()
      await transaction.update('invitations', code, {
        state: 'revoked',
        revokedBy: { ...byOf(context), at, ...(reason ? { reason } : {}) },
      })
      return { code }
    },
    undefined,
    { about: [{ kind: 'person', id, name, place: places.at(-1) }], ...(reason ? { reason } : {}) },
  )
}
