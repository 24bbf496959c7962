import { collection } from '../../platform/database'

/** How many messages a person has not read. One round trip. */
export async function unreadOf(personId: string): Promise<number> {
  const { total } = (await collection('notifications').where({ to: personId, read: false }).count()) as {
    total: number
  }
  return total
}
