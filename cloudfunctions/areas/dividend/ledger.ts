import type { KnownContext } from '../../platform/context'
import type { Transaction } from '../../platform/database'
import { Refused } from '../../platform/refusal'
import { type DividendEntry, type DividendItem, entryId } from './documents'
import { isOfficerOf } from './scope'

/** Appends one entry to an item's ledger and moves the item to where that leaves it. Two round trips. */
export async function append(
  transaction: Transaction,
  { account, openid, now }: KnownContext,
  item: DividendItem,
  entry: Pick<DividendEntry, 'type' | 'amountFen' | 'evidence' | 'reason'>,
  moved: Partial<
    Pick<
      DividendItem,
      'confirmation' | 'dispute' | 'photos' | 'photosToCheck' | 'photosCheckAt' | 'officersToTell'
    >
  > &
    Pick<DividendItem, 'state'>,
): Promise<void> {
  const n = item.entries + 1
  await transaction.update('dividendItems', item._id, { ...moved, entries: n })
  await transaction.create<DividendEntry>('dividendEntries', {
    _id: entryId(item._id, n),
    itemId: item._id,
    contractId: item.contractId,
    cooperativeId: item.cooperativeId,
    ...entry,
    by: { personId: account.personId, name: account.name, openid },
    at: now.toISOString(),
  })
}

/** The item, for an officer of its co-op whose own household it is not. */
export async function itemOfOfficer(
  transaction: Transaction,
  { account }: KnownContext,
  itemId: string,
): Promise<DividendItem> {
  const item = await transaction.get<DividendItem>('dividendItems', itemId)
  // Another co-op's item and none at all look the same from outside.
  if (!item || !isOfficerOf(account, item)) throw new Refused('NOT_FOUND')
  if (account.householdId !== undefined && account.householdId === item.householdId)
    throw new Refused('OWN_MONEY')
  return item
}
