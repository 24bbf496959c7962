import { recordLook } from '../../platform/audit'
import { collection } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { pipeline } from '../../platform/pipeline'
import { Refused } from '../../platform/refusal'
import { type DividendEntry, type DividendItem, entryId } from './documents'
import { dayOfEvidence, howOf, presentItems } from './present'
import { isOfficerOf, maySee } from './scope'

/** More than are ever written about one item. */
const ENTRIES = 1000

/** Three round trips (the item with its ledger, photos' verdicts, and that it was looked at). */
export const get: Handler<'dividend.get'> = async ({ itemId }, context) => {
  const { account, now } = context
  const item = await withLedger(itemId)
  // Another co-op's item and none at all look the same from outside.
  if (!item || !maySee(account, item)) throw new Refused('NOT_FOUND')
  const mayConfirm = isOfficerOf(account, item)
  const { householdId: id, headName: name, village: place } = item
  const [[presented]] = await Promise.all([
    presentItems([item], mayConfirm, now),
    recordLook(context, { kind: 'household', id, name, place }),
  ])
  if (!presented) throw new Refused('NOT_FOUND')
  const { contractId, headName, villageName, cooperativeName } = item
  return {
    item: presented,
    contractId,
    headName,
    villageName,
    cooperativeName,
    mayConfirm,
    ledger: item.ledger.map(({ type, at, by, evidence, reason }) => ({
      type,
      at,
      by: by.name,
      reason,
      ...(evidence ? { on: dayOfEvidence(evidence), how: howOf(evidence) } : {}),
    })),
  }
}

/** An item and every entry of it, oldest first. One round trip. */
async function withLedger(itemId: string): Promise<(DividendItem & { ledger: DividendEntry[] }) | undefined> {
  const ledger = pipeline().match({ itemId }).limit(ENTRIES).done()
  const { list } = (await collection('dividendItems')
    .aggregate()
    .match({ _id: itemId })
    .limit(1)
    .lookup({ from: 'dividendEntries', pipeline: ledger, as: 'ledger' } as never)
    .end()) as unknown as { list: (DividendItem & { ledger: DividendEntry[] })[] }
  const [item] = list
  if (!item) return undefined
  // By their numbers: of two in one moment the time does not tell which was first.
  const found = new Map(item.ledger.map((entry) => [entry._id, entry]))
  const ids = Array.from({ length: item.entries }, (_, index) => entryId(itemId, index + 1))
  return { ...item, ledger: ids.flatMap((id) => found.get(id) ?? []) }
}
