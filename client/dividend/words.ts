import type { Item, ItemKind } from '../../contract/dividend'
import { formatYuan } from '../../contract/money'
import { daysUntil, sayDay } from '../../contract/time'
import type { StatusKind } from '../components'
import { ITEM_NAMES } from '../words'

type Now = number | Date

export interface Standing {
  kind: StatusKind
  words: string
}

/** "12 月 20 日", without the year: it stands under a heading that says it. */
export const dayWords = (day: string): string => sayDay(day, `${day}T00:00:00+08:00`)

/** The calendar year an item is due in; people say "2026 年的分红", not "第三年的". */
export const dueYearOf = ({ dueOn }: Pick<Item, 'dueOn'>): string => dueOn.slice(0, 4)

const GIVEN: Record<ItemKind, string> = { dividend: '已到账', insurance: '已买好', gift: '已发' }
const TO_DO: Record<ItemKind, string> = { dividend: '到账', insurance: '买好', gift: '发' }
/** An item due later than this is nobody's concern yet. */
const FAR_DAYS = 366

/** How an item stands, for its household. */
export function standingOf(item: Pick<Item, 'kind' | 'state' | 'dueOn' | 'overdue'>, now: Now): Standing {
  const { kind, state, dueOn, overdue } = item
  if (state === 'confirmed') return { kind: 'done', words: GIVEN[kind] }
  if (state === 'disputed') return { kind: 'waiting', words: '已告诉合作社，正在查' }
  const day = dayWords(dueOn)
  if (overdue) return { kind: 'urgent', words: `${day}前该${TO_DO[kind]}，还没有` }
  return { kind: daysUntil(dueOn, now) > FAR_DAYS ? 'plain' : 'waiting', words: `${day}前${TO_DO[kind]}` }
}

/** "分红 1,000 元", "意外保险": what an item is; a premium and a gift are not money to the household. */
export const itemWords = ({ kind, amountFen }: Pick<Item, 'kind' | 'amountFen'>): string =>
  kind === 'dividend' ? `${ITEM_NAMES.dividend} ${formatYuan(amountFen)}` : ITEM_NAMES[kind]

/** "2026 年的分红 1,000 元". */
export const itemOfYear = (item: Pick<Item, 'kind' | 'amountFen' | 'dueOn'>): string =>
  `${dueYearOf(item)} 年的${itemWords(item)}`

/** "12 月 18 日，一卡通": what the co-op says it did; with the year where it is not that of `near`. */
export const confirmationWords = ({ on, how }: { on: string; how: string }, near: Now | string): string =>
  `${sayDay(on, near)}，${how}`

/** "保 20 万元" of a round sum, else "保 123,456 元". */
export const coverWords = (fen: number): string =>
  fen > 0 && fen % 1_000_000 === 0 ? `保 ${fen / 1_000_000} 万元` : `保 ${formatYuan(fen)}`

/** "还有 212 天到期", and on the last days in words one cannot misread. */
export const daysLeftWords = (days: number): string =>
  days > 1 ? `还有 ${days} 天到期` : days === 1 ? '明天到期' : '已经到期'

const KINDS = Object.keys(ITEM_NAMES) as ItemKind[]

/** What a household may say did not arrive: what the co-op says it gave. Newest first, the dividend before the rest. */
export const missable = <I extends Pick<Item, 'state' | 'dueOn' | 'kind'>>(items: readonly I[]): I[] =>
  items
    .filter((item) => item.state === 'confirmed')
    .sort((a, b) => b.dueOn.localeCompare(a.dueOn) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
