import type { KnownContext } from '../../platform/context'
import { collection, command, rows, type Transaction } from '../../platform/database'
import { type Notice, notify } from '../notification/notify'
import type { Person } from '../registry/documents'
import type { DividendItem } from './documents'

/** Told of one household: the head, and one more who uses WeChat. More would not fit a write's ten round trips. */
const TOLD = 2
/** More than live in one house. */
const MEMBERS = 20

/** Tells the household what happened to an item. Two round trips, or three. */
export async function tellHousehold(
  transaction: Transaction,
  context: KnownContext,
  { householdId, headId }: DividendItem,
  notice: Omit<Notice, 'to'>,
): Promise<void> {
  // Outside the transaction's snapshot on purpose: who lives there does not depend on it.
  const members = await rows<Person>(
    collection('people')
      .where({ householdId, archived: command.exists(false) })
      .limit(MEMBERS),
  )
  for (const to of recipients(headId, members)) await notify(transaction, context, { ...notice, to })
}

/** The head always, also without WeChat: an informant shows it to them. Then whoever else has WeChat. */
export function recipients(headId: string, members: readonly Pick<Person, '_id' | 'openid'>[]) {
  const head = { id: headId, openid: members.find((member) => member._id === headId)?.openid }
  const others = members.filter((member) => member._id !== headId && member.openid)
  return [head, ...others.map(({ _id, openid }) => ({ id: _id, openid }))].slice(0, TOLD)
}
