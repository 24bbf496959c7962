import type { Item, ItemKind } from '../../../contract/dividend'
import { formatYuan } from '../../../contract/money'
import { sayDay } from '../../../contract/time'
import type { Standing } from '../../dividend/words'
import { type Chosen, MOST } from './chosen'

/** How an item stands, for the desk that has to see to it. */
export function deskStandingOf({ state, overdue, dueOn }: Item, now: number | Date): Standing {
  if (state === 'confirmed') return { kind: 'done', words: '已确认' }
  if (state === 'disputed') return { kind: 'urgent', words: '农户说没收到' }
  const day = sayDay(dueOn, now)
  return overdue ? { kind: 'urgent', words: `过了 ${day}` } : { kind: 'waiting', words: `${day}前` }
}

type Counted = Pick<Chosen, 'contractId' | 'kind' | 'amountFen'>

/** Households and money of some items; only dividends are money paid to a household. */
export function sumsOf(items: readonly Counted[]): { households: number; count: number; fen: number } {
  const fen = items.reduce((sum, { kind, amountFen }) => (kind === 'dividend' ? sum + amountFen : sum), 0)
  return { households: new Set(items.map(({ contractId }) => contractId)).size, count: items.length, fen }
}

const DONE: Record<ItemKind, string> = { dividend: '已付分红', insurance: '已买保险', gift: '已发慰问品' }

/** What the button will do: "确认付给 2 户，共 2,000 元"; several kinds at once say how many, and what of it is money. */
export function confirmWords(items: readonly Counted[]): string {
  const { households, count, fen } = sumsOf(items)
  const kinds = new Set(items.map(({ kind }) => kind))
  const [first] = kinds
  if (!first) return '确认'
  if (kinds.size > 1) return `确认 ${households} 户 ${count} 项${fen > 0 ? `，共付 ${formatYuan(fen)}` : ''}`
  if (first === 'dividend') return `确认付给 ${households} 户，共 ${formatYuan(fen)}`
  return `确认 ${households} 户${DONE[first]}`
}

/** The list's button: how many households go on to the form. */
export function nextWords(items: readonly Counted[]): string {
  const { households, count, fen } = sumsOf(items)
  if (count === 0) return '填凭据，去确认'
  return fen > 0
    ? `给 ${households} 户填凭据，共 ${formatYuan(fen)}`
    : `给 ${households} 户填凭据，共 ${count} 项`
}

/** Chooses all of some items, or none of them where all were chosen; no more than one call takes. */
export function toggled(
  chosen: readonly Chosen[],
  items: readonly Chosen[],
): { chosen: Chosen[]; full: boolean } {
  const has = new Set(chosen.map(({ id }) => id))
  const missing = items.filter(({ id }) => !has.has(id))
  if (missing.length === 0) {
    const out = new Set(items.map(({ id }) => id))
    return { chosen: chosen.filter(({ id }) => !out.has(id)), full: false }
  }
  const all = [...chosen, ...missing]
  return { chosen: all.slice(0, MOST), full: all.length > MOST }
}

interface Listed {
  year: number
  households: readonly { contractId: string; items: readonly { id: string }[] }[]
  /** Every household of the year is there, not only the first pages. */
  complete: boolean
}

/** What is chosen, without what a list shows to be due no longer: a colleague confirmed it meanwhile. */
export function stillDue(chosen: readonly Chosen[], { year, households, complete }: Listed): Chosen[] {
  const due = new Set(households.flatMap(({ items }) => items.map(({ id }) => id)))
  const seen = new Set(households.map(({ contractId }) => contractId))
  return chosen.filter(
    ({ id, contractId, dueOn }) =>
      due.has(id) || Number(dueOn.slice(0, 4)) !== year || !(complete || seen.has(contractId)),
  )
}
