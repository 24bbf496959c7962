import { ITEM_KINDS, type ItemKind } from '../../../contract/dividend'
import { beijing, dayOf } from '../../../contract/time'
import type { DividendEntry, DividendItem, RearingContract } from './documents'
import { itemId } from './documents'

type Terms = Pick<RearingContract, 'startsOn' | 'termYears' | 'payBy'>

/** A Beijing day some years later; 29 February becomes the 28th where there is none. */
export const yearsAfter = (day: string, years: number): string =>
  dayOf(beijing(`${day}T00:00:00+08:00`).add(years, 'year').toDate())

/** The term's last day + 1: contract year n runs from start + (n−1) years to start + n years. */
export const endsOn = (terms: Terms): string => yearsAfter(terms.startsOn, terms.termYears)

/** A MM-DD of a year; 29 February becomes the 28th where there is none. */
const dayIn = (year: number, monthDay: string): string =>
  monthDay === '02-29' ? yearsAfter('2000-02-29', year - 2000) : `${year}-${monthDay}`

/**
 * The pay-by day inside contract year `n` (from 1): on or after its first day, before the next year's. A year that
 * began on 29 February has no 28th; its items are due on its last day, the 27th.
 */
export function dueDay(terms: Terms, n: number): string {
  const from = yearsAfter(terms.startsOn, n - 1)
  const last = dayBefore(yearsAfter(terms.startsOn, n))
  const year = Number(from.slice(0, 4))
  const sameYear = dayIn(year, terms.payBy)
  const due = sameYear >= from ? sameYear : dayIn(year + 1, terms.payBy)
  // Both are days, which sort as text.
  if (due > last) return last
  return due
}

const dayBefore = (day: string): string => dayOf(beijing(`${day}T00:00:00+08:00`).subtract(1, 'day').toDate())

/** The calendar year whose items are shown where nobody asks for another: Beijing's. */
export const currentYear = (now: Date): number => beijing(now).year()

/** What an item is worth in fen; a gift is not money. */
export const amountOf = (contract: RearingContract, kind: ItemKind): number =>
  ({ dividend: contract.annualFen, insurance: contract.premiumFen, gift: 0 })[kind]

/** Every item of the term, as it stands before anything was confirmed. */
export function scheduleOf(contract: RearingContract): DividendItem[] {
  const years = Array.from({ length: contract.termYears }, (_, index) => index + 1)
  return years.flatMap((year) => {
    const dueOn = dueDay(contract, year)
    return ITEM_KINDS.map((kind) => ({
      _id: itemId(contract._id, year, kind),
      contractId: contract._id,
      householdId: contract.householdId,
      headId: contract.headId,
      headName: contract.headName,
      village: contract.village,
      villageName: contract.villageName,
      cooperativeId: contract.cooperativeId,
      cooperativeName: contract.cooperativeName,
      kind,
      year,
      dueOn,
      dueYear: Number(dueOn.slice(0, 4)),
      amountFen: amountOf(contract, kind),
      state: 'due' as const,
      entries: 0,
      photos: [],
      photosToCheck: false,
      officersToTell: false,
    }))
  })
}

/** The items of one year as everybody sees them: the dividend, the insurance, the gift. */
export const byKind = <T extends Pick<DividendItem, 'kind'>>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => ITEM_KINDS.indexOf(a.kind) - ITEM_KINDS.indexOf(b.kind))

/** Late: still owed after its day. */
export const isOverdue = (item: Pick<DividendItem, 'state' | 'dueOn'>, now: Date): boolean =>
  item.state === 'due' && dayOf(now) > item.dueOn

/** Dividends confirmed and not disputed: what the household has received, in fen. */
export const receivedFen = (items: readonly DividendItem[]): number =>
  items.reduce(
    (sum, item) => (item.kind === 'dividend' && item.state === 'confirmed' ? sum + item.amountFen : sum),
    0,
  )

/** What an item's ledger comes to, in fen: its amount while it is confirmed, also where that is disputed; else 0. */
export const sumOf = (entries: readonly Pick<DividendEntry, 'amountFen'>[]): number =>
  entries.reduce((sum, { amountFen }) => sum + amountFen, 0)
