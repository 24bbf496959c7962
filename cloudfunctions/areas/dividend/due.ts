import { beijing } from '../../../contract/time'
import { scopesOf } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, toCursor } from '../../platform/paging'
import { Refused } from '../../platform/refusal'
import type { DividendItem } from './documents'
import { presentItems } from './present'

/** Households a page; each has three items a year. */
const HOUSEHOLDS = 30
const ITEMS_EACH = 3

/** Three round trips at most (a page of items, the totals over all, photos' verdicts) and storage. */
export const due: Handler<'dividend.due'> = async (input, { account, now }) => {
  const cooperatives = scopesOf(account, 'cooperative')
  const mayConfirm = cooperatives.length > 0
  const year = input.year ?? beijing(now).year()
  const base = {
    dueYear: year,
    ...(mayConfirm ? { cooperativeId: command.in(cooperatives) } : inRegion(account)),
  }
  const where =
    input.cursor === undefined ? base : { ...base, contractId: command.gt(fromCursor(input.cursor).value) }
  const query = collection('dividendItems').where(where).orderBy('contractId', 'asc').orderBy('_id', 'asc')
  const [found, totals] = await Promise.all([
    rows<DividendItem>(query.limit(HOUSEHOLDS * ITEMS_EACH + 1)),
    totalsOf(base),
  ])
  const contracts = [...new Set(found.map((item) => item.contractId))]
  const shown = new Set(contracts.slice(0, HOUSEHOLDS))
  const kept = found.filter((item) => shown.has(item.contractId))
  const items = await presentItems(kept, mayConfirm, now)
  const last = contracts.at(HOUSEHOLDS - 1)
  return {
    year,
    totals,
    mayConfirm,
    households: [...shown].map((contractId) => {
      const of = kept.filter((item) => item.contractId === contractId)
      const { headName = '', villageName = '' } = of[0] ?? {}
      const ids = new Set(of.map((item) => item._id))
      return { contractId, headName, villageName, items: items.filter((item) => ids.has(item.id)) }
    }),
    next: contracts.length > HOUSEHOLDS && last ? toCursor({ value: last, id: last }) : undefined,
  }
}

/** A bureau operator sees the co-ops' households of their region. */
function inRegion(account: Parameters<typeof scopesOf>[0]) {
  const [scope] = scopesOf(account, 'bureau')
  if (!scope) throw new Refused('FORBIDDEN')
  return { village: command.gte(scope).and(command.lt(`${scope}:`)) }
}

async function totalsOf(where: Record<string, unknown>) {
  const $ = command.aggregate
  const { list } = (await collection('dividendItems')
    .aggregate()
    .match(where)
    .group({ _id: { state: '$state', kind: '$kind' }, fen: $.sum('$amountFen'), count: $.sum(1) })
    .limit(100)
    .end()) as unknown as {
    list: { _id: { state: DividendItem['state']; kind: string }; fen: number; count: number }[]
  }
  const count = (state: DividendItem['state']) =>
    list.reduce((sum, group) => (group._id.state === state ? sum + group.count : sum), 0)
  const money = (of: (state: DividendItem['state']) => boolean) =>
    list.reduce(
      (sum, group) => (group._id.kind === 'dividend' && of(group._id.state) ? sum + group.fen : sum),
      0,
    )
  return {
    dueFen: money(() => true),
    paidFen: money((state) => state === 'confirmed'),
    outstandingFen: money((state) => state !== 'confirmed'),
    items: { due: count('due'), confirmed: count('confirmed'), disputed: count('disputed') },
  }
}
