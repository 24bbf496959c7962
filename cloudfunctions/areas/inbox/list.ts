import { ownIds } from '../../platform/context'
import { collection, command, oneOf, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import type { NotificationDocument } from '../notification/documents'
import { presentMessage } from './present'
import { unreadOf } from './unread'

/** Two round trips: the page and how many are unread. */
export const list: Handler<'inbox.list'> = async ({ cursor }, { account }) => {
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const base = { to: oneOf(ownIds(account)) }
  const older =
    after && command.or([{ at: command.lt(after.value) }, { at: after.value, _id: command.lt(after.id) }])
  const query = collection('notifications').where(older ? command.and([base, older]) : base)
  const [found, unread] = await Promise.all([
    rows<NotificationDocument>(
      query
        .orderBy('at', 'desc')
        .orderBy('_id', 'desc')
        .limit(PAGE + 1),
    ),
    unreadOf(account),
  ])
  const shown = page(found, PAGE, (row) => ({ value: row.at, id: row._id }))
  return { messages: shown.rows.map(presentMessage), unread, next: shown.next }
}
