import { collection, command, oneOf } from '../../../platform/database'
import { type Notice, notificationId, villageToTell } from '../../notification/notify'
import type { Relay } from '../documents'

/** After so long nobody need tell it any more. */
const DAYS = 30
const DAY_MS = 24 * 3_600_000

/**
 * What a row says of a notice about it, written in the same transaction: the latest is what an informant has to pass on, in
 * place of whatever was. Nothing where a phone tells it. A move of the seat takes it away (write.ts): it is untrue then.
 */
export function relayOf(notice: Notice, now: Date): { relay: Relay | undefined } {
  const village = villageToTell(notice)
  if (!village) return { relay: undefined }
  const last = new Date(now.getTime() + DAYS * DAY_MS).toISOString()
  return {
    relay: {
      village,
      at: now.toISOString(),
      until: notice.until && notice.until < last ? notice.until : last,
      message: notificationId(notice),
      title: notice.title,
      text: notice.text,
      page: notice.page,
    },
  }
}

/** Rows about which an informant of these villages has something to pass on now; the index `relay` serves it. */
export const toPassOn = (villages: readonly string[], now: Date) => ({
  'relay.village': oneOf(villages),
  'relay.at': command.gte(new Date(now.getTime() - DAYS * DAY_MS).toISOString()),
  // What is over is not told any more; few are left out by it.
  'relay.until': command.gt(now.toISOString()),
})

/** How many. One round trip; none for who is nobody's informant. */
export async function countToPassOn(villages: readonly string[], now: Date): Promise<number> {
  if (villages.length === 0) return 0
  const { total } = (await collection('enrolments').where(toPassOn(villages, now)).count()) as {
    total: number
  }
  return total
}
