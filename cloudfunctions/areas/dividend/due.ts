import { recordLook } from '../../platform/audit'
import { collection, command } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, toCursor } from '../../platform/paging'
import { pipeline } from '../../platform/pipeline'
import type { Account } from '../identity/documents'
import type { DividendItem } from './documents'
import { presentItems } from './present'
import { byKind, currentYear } from './rules'
import { deskOf, itemsOf } from './scope'
import { type Group, totalsOf } from './totals'
import { wholeHouseholds } from './whole-households'

/** Items read at a time; one fewer than the platform gives, to see whether more follow. */
const ITEMS = 99

/** Three round trips (a page of items with the totals over all, photos' verdicts, that it was looked at) and storage. */
export const due: Handler<'dividend.due'> = async (input, context) => {
  const { account, now } = context
  const { mayConfirm, where } = itemsOf(account)
  const year = input.year ?? currentYear(now)
  const base = { dueYear: year, ...where }
  const after = input.cursor === undefined ? undefined : fromCursor(input.cursor).value
  const shown = {
    ...base,
    ...(input.state ? { state: input.state } : {}),
    ...(after === undefined ? {} : { contractId: command.gt(after) }),
  }
  const { found, groups } = await pageAndTotals(account, shown, base)
  const { kept, next } = wholeHouseholds(found, ITEMS)
  const [items] = await Promise.all([
    presentItems(kept, mayConfirm, now),
    recordLook(context, deskOf(account, kept[0]), {
      shown: [...new Set(kept.map(({ householdId }) => householdId))],
    }),
  ])
  const first = new Map<string, DividendItem>()
  for (const item of kept) if (!first.has(item.contractId)) first.set(item.contractId, item)
  return {
    year,
    totals: totalsOf(groups),
    mayConfirm,
    households: [...first.values()].map(({ contractId, headName, villageName, cooperativeName }) => ({
      contractId,
      headName,
      villageName,
      cooperativeName,
      items: byKind(items.filter((_, index) => kept[index]?.contractId === contractId)),
    })),
    next: next === undefined ? undefined : toCursor({ value: next, id: next }),
  }
}

/** Both at once, as lookups that do not depend on each other. One round trip. */
async function pageAndTotals(
  { _id }: Account,
  shown: object,
  base: object,
): Promise<{ found: DividendItem[]; groups: Group[] }> {
  const $ = command.aggregate
  const found = pipeline()
    .match(shown)
    .sort({ contractId: 1, _id: 1 })
    .limit(ITEMS + 1)
    .done()
  const groups = pipeline()
    .match(base)
    .group({ _id: { state: '$state', kind: '$kind' }, fen: $.sum('$amountFen'), count: $.sum(1) })
    .done()
  const { list } = (await collection('accounts')
    .aggregate()
    .match({ _id })
    .limit(1)
    .lookup({ from: 'dividendItems', pipeline: found, as: 'found' } as never)
    .lookup({ from: 'dividendItems', pipeline: groups, as: 'groups' } as never)
    .end()) as unknown as { list: { found: DividendItem[]; groups: Group[] }[] }
  return list[0] ?? { found: [], groups: [] }
}
