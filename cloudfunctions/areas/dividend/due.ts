import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, toCursor } from '../../platform/paging'
import type { DividendItem } from './documents'
import { presentItems } from './present'
import { byKind, currentYear } from './rules'
import { itemsOf } from './scope'
import { type Group, totalsOf } from './totals'
import { wholeHouseholds } from './whole-households'

/** Items read at a time; one fewer than the platform gives, to see whether more follow. */
const ITEMS = 99

/** Three round trips at most (a page of items, the totals over all, photos' verdicts) and storage. */
export const due: Handler<'dividend.due'> = async (input, { account, now }) => {
  const { mayConfirm, where } = itemsOf(account)
  const year = input.year ?? currentYear(now)
  const base = { dueYear: year, ...where }
  const after = input.cursor === undefined ? undefined : fromCursor(input.cursor).value
  const query = collection('dividendItems').where({
    ...base,
    ...(input.state ? { state: input.state } : {}),
    ...(after === undefined ? {} : { contractId: command.gt(after) }),
  })
  const [found, groups] = await Promise.all([
    rows<DividendItem>(
      query
        .orderBy('contractId', 'asc')
        .orderBy('_id', 'asc')
        .limit(ITEMS + 1),
    ),
    groupsOf(base),
  ])
  const { kept, next } = wholeHouseholds(found, ITEMS)
  const items = await presentItems(kept, mayConfirm, now)
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

async function groupsOf(where: Record<string, unknown>): Promise<Group[]> {
  const $ = command.aggregate
  const { list } = (await collection('dividendItems')
    .aggregate()
    .match(where)
    .group({ _id: { state: '$state', kind: '$kind' }, fen: $.sum('$amountFen'), count: $.sum(1) })
    .limit(100)
    .end()) as unknown as { list: Group[] }
  return list
}
