import type { Output } from '../../../contract'
import type { DividendItem } from './documents'

/** How many items stand alike, and what they are worth together. */
export interface Group {
  _id: Pick<DividendItem, 'state' | 'kind'>
  fen: number
  count: number
}

/** Totals of a year. Money counts dividends; what is disputed is outstanding, so due = paid + outstanding always. */
export function totalsOf(groups: readonly Group[]): Output<'dividend.due'>['totals'] {
  const items = { due: 0, confirmed: 0, disputed: 0 }
  let paidFen = 0
  let outstandingFen = 0
  for (const { _id, fen, count } of groups) {
    items[_id.state] += count
    if (_id.kind !== 'dividend') continue
    if (_id.state === 'confirmed') paidFen += fen
    else outstandingFen += fen
  }
  return { dueFen: paidFen + outstandingFen, paidFen, outstandingFen, items }
}
