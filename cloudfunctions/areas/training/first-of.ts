import type { EnrolmentDocument } from './documents'
import { isSeated, takesPart } from './present'

/**
 * Of what is to come: what waits for the person's word first of all (an offer by its deadline, then a change), and else
 * the soonest, a seat before a place in line.
 */
export function firstOf(rows: EnrolmentDocument[]): { next?: EnrolmentDocument; ask?: EnrolmentDocument } {
  const offers = rows.filter(({ offer }) => offer)
  const [offered] = offers.sort((a, b) => ((a.offer?.until ?? '') < (b.offer?.until ?? '') ? -1 : 1))
  const ask = offered ?? rows.find((row) => isSeated(row) && row.needsConfirm)
  const rest = rows.filter((row) => row !== ask)
  const next = rest.find(takesPart) ?? rest[0]
  return { ...(next && { next }), ...(ask && { ask }) }
}
