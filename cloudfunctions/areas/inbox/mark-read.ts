import { ownIds } from '../../platform/context'
import { collection, command, oneOf } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { unreadOf } from './unread'

/**
 * Six round trips. Marking is idempotent by itself and may touch many documents, which a transaction cannot; the
 * transaction only remembers the request.
 */
export const markRead: Handler<'inbox.markRead'> = async ({ ids }, { account, once }) => {
  const mine = { to: oneOf(ownIds(account)), read: false }
  await collection('notifications')
    .where(ids ? { ...mine, _id: command.in(ids) } : mine)
    .update({ data: { read: true } })
  const unread = await unreadOf(account)
  // Reading one's own messages is nothing the audit log has to tell.
  return once(async () => ({ unread }), 'all', { about: [] })
}
