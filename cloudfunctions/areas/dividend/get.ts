import { collection, command, read, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { type DividendEntry, type DividendItem, entryId } from './documents'
import { dayOfEvidence, howOf, presentItems } from './present'
import { isOfficerOf, maySee } from './scope'

/** Entries a read. */
const PAGE = 100

/** Three round trips (item, its ledger, photos' verdicts), and one more for each hundred entries. */
export const get: Handler<'dividend.get'> = async ({ itemId }, { account, now }) => {
  const item = await read<DividendItem>('dividendItems', itemId)
  // Another co-op's item and none at all look the same from outside.
  if (!item || !maySee(account, item)) throw new Refused('NOT_FOUND')
  const mayConfirm = isOfficerOf(account, item)
  const [entries, [presented]] = await Promise.all([ledgerOf(item), presentItems([item], mayConfirm, now)])
  if (!presented) throw new Refused('NOT_FOUND')
  const { contractId, headName, villageName, cooperativeName } = item
  return {
    item: presented,
    contractId,
    headName,
    villageName,
    cooperativeName,
    mayConfirm,
    ledger: entries.map(({ type, at, by, evidence, reason }) => ({
      type,
      at,
      by: by.name,
      reason,
      ...(evidence ? { on: dayOfEvidence(evidence), how: howOf(evidence) } : {}),
    })),
  }
}

/** Every entry of an item, oldest first; their ids are known, so none can be missed between two reads. */
async function ledgerOf({ _id, entries }: DividendItem): Promise<DividendEntry[]> {
  const ids = Array.from({ length: entries }, (_, index) => entryId(_id, index + 1))
  const found = new Map<string, DividendEntry>()
  for (let from = 0; from < ids.length; from += PAGE) {
    const some = ids.slice(from, from + PAGE)
    const query = collection('dividendEntries')
      .where({ _id: command.in(some) })
      .limit(PAGE)
    for (const entry of await rows<DividendEntry>(query)) found.set(entry._id, entry)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}
