import { ownIds } from '../../platform/context'
import { command } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { auditPage } from './lines'

/** One round trip, served by (who, time). */
export const mine: Handler<'audit.mine'> = ({ cursor }, { account }) =>
  auditPage({ 'who.personId': command.in(ownIds(account)) }, cursor)
