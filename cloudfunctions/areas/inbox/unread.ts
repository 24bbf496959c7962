import { ownIds } from '../../platform/context'
import { collection, oneOf } from '../../platform/database'
import type { Account } from '../identity/documents'

/** How many messages somebody has not read. One round trip. */
export async function unreadOf(account: Account): Promise<number> {
  const unread = collection('notifications').where({ to: oneOf(ownIds(account)), read: false })
  const { total } = (await unread.count()) as { total: number }
  return total
}
