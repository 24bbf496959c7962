import type { Parsed } from '../../../contract'
import type { Thing } from '../../../contract/audit'
import { startOfDay } from '../../../contract/time'
import { recordLook } from '../../platform/audit'
import { type KnownContext, scopesOf } from '../../platform/context'
import { command } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { isAdmin } from '../identity/charge'
import { auditPage } from './lines'

const DAY_MS = 24 * 60 * 60_000

/** Two round trips: that the log is read is written down before it is answered. */
export const search: Handler<'audit.search'> = async (input, context) => {
  const { who, about, cursor } = input
  const scopes = scopesIn(context)
  // About the region, or (of a person's entries) about that person: they see that somebody looked.
  const thing: Thing = { kind: 'audit', id: about ?? who ?? 'all', name: '操作记录', place: scopes[0] }
  await recordLook(context, thing)
  return auditPage(askedOf(input, context), cursor)
}

const scopesIn = ({ account }: KnownContext): string[] =>
  scopesOf(account, 'bureau').filter((scope) => scope.length >= 6)

/** The entries somebody asks for, of their regions, as a query; the same for the Excel file of it. */
export function askedOf(
  { who, about, operation, from, to }: Omit<Parsed<'audit.search'>, 'cursor'>,
  context: KnownContext,
): Record<string, unknown> {
  const { account } = context
  const scopes = scopesIn(context)
  return {
    ...(isAdmin(account) ? {} : { places: scopes.length === 1 ? scopes[0] : command.in(scopes) }),
    ...(who ? { 'who.personId': who } : {}),
    ...(about ? { concerns: about } : {}),
    ...(operation ? { operation } : {}),
    ...(from || to ? { at: between(from, to) } : {}),
  }
}

/** From the beginning of a Beijing day to the end of another. */
function between(from: string | undefined, to: string | undefined) {
  const since = command.gte(startOfDay(from ?? '2000-01-01'))
  if (to === undefined) return since
  return since.and(command.lt(new Date(Date.parse(startOfDay(to)) + DAY_MS).toISOString()))
}
