import type { Store } from '../../emulator/store'
import type { Line } from '../line'
import { PAGE } from './things'

interface Scan {
  name: string
  scanned: number
  returned: number
}

const OFFSET = 40
/** Looked at more than it returns by no more than this. */
const MOST = 1.1

const QUERIES = [
  { name: 'equality', filter: { kind: 'k7' }, order: { n: -1 } },
  { name: 'range', filter: { n: { $gte: 300, $lt: 700_000 } }, order: { n: 1 } },
  { name: 'array member', filter: { crops: 'c7' }, order: { n: -1 } },
  { name: 'compound', filter: { kind: 'k7', n: { $gte: 300 } }, order: { n: 1 } },
] as const

/** How many documents each kind of query looks at for its third page, by the store's own account. */
export const scansOf = (store: Store): Scan[] =>
  QUERIES.map(({ name, filter, order }) => {
    const { scanned, returned } = store.explain('things', { filter, order, skip: OFFSET, limit: PAGE })
    return { name, scanned, returned }
  })

/** A line for each of them. */
export const scanLines = (scans: readonly Scan[], of: string): Line[] =>
  scans.map(({ name, scanned, returned }) => ({
    name: `${name}, sorted, third page, of ${of}: scanned ÷ returned`,
    value: scanned / returned,
    target: { most: MOST },
    note: `${scanned} scanned, ${returned} returned`,
  }))
