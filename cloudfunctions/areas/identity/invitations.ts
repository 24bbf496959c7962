import type { INVITATION_STATES, InvitationLine } from '../../../contract/identity'
import { type Context, type KnownContext, scopesOf } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import { isAdmin } from './charge'
import type { Invitation } from './documents'

/** One round trip, served by (places, state, end) or (maker, state, end). */
export const invitations: Handler<'identity.invitations'> = async ({ state, cursor }, context) => {
  const now = context.now.toISOString()
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const following = after && [
    command.or([
      { expiresAt: command.lt(after.value) },
      { expiresAt: after.value, _id: command.lt(after.id) },
    ]),
  ]
  const base = { ...whose(context), ...inState(state, now) }
  const found = await rows<Invitation>(
    collection('invitations')
      .where((following ? command.and([base, ...following]) : base) as object)
      .orderBy('expiresAt', 'desc')
      .orderBy('_id', 'desc')
      .limit(PAGE + 1),
  )
  const shown = page(found, PAGE, (row) => ({ value: row.expiresAt, id: row._id }))
  return { invitations: shown.rows.map((row) => presentInvitation(row, now)), next: shown.next }
}

/** Those of the caller's regions, all for an administrator; an officer of a co-op sees what they made. */
function whose({ account }: KnownContext): object {
  if (isAdmin(account)) return {}
  const scopes = regionsOf(account)
  return scopes.length > 0
    ? { places: scopes.length === 1 ? scopes[0] : command.in(scopes) }
    : { 'madeBy.personId': account.personId }
}

const regionsOf = (account: Context['account']) =>
  [...scopesOf(account, 'bureau'), ...scopesOf(account, 'informant')].filter((scope) => scope.length >= 6)

const inState = (state: (typeof INVITATION_STATES)[number], now: string) =>
  state === 'open'
    ? { state: 'open', expiresAt: command.gt(now) }
    : state === 'expired'
      ? { state: 'open', expiresAt: command.lte(now) }
      : { state }

/** Whether an invitation is of the caller's regions, or of their own making. */
export const isTheirs = ({ account }: KnownContext, { places, madeBy }: Invitation): boolean =>
  isAdmin(account) ||
  madeBy.personId === account.personId ||
  regionsOf(account).some((scope) => places.includes(scope))

export const presentInvitation = (row: Invitation, now: string): InvitationLine => ({
  code: row._id,
  personId: row.personId,
  name: row.name,
  place: row.place,
  roles: row.grants,
  replace: row.replace,
  madeBy: row.madeBy.name,
  at: row.at,
  expiresAt: row.expiresAt,
  state: row.state === 'open' && row.expiresAt <= now ? 'expired' : row.state,
})
