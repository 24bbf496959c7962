import type { CheckIn, EnrolmentDocument } from '../documents'

/** Who has a seat that was drawn: attendance is theirs alone. */
export const SEATS = ['enrolled', 'pending', 'attended', 'absent'] as const
export const hasSeat = (row: Pick<EnrolmentDocument, 'state'> | undefined): boolean =>
  row !== undefined && (SEATS as readonly string[]).includes(row.state)

/**
 * Whether one statement stands before another: whose maker weighs more; then what was later; then, of the same moment, any
 * fixed order. A total order, so whatever arrives in whatever order, as often as it likes, the same one stands.
 */
const before = (a: CheckIn, b: CheckIn): boolean =>
  a.rank !== b.rank ? a.rank > b.rank : a.at !== b.at ? a.at > b.at : a.entry > b.entry

export const standing = (a: CheckIn | undefined, b: CheckIn): CheckIn => (a && !before(b, a) ? a : b)

type Kept = Pick<EnrolmentDocument, 'state' | 'checkIns' | 'present'>

/** What a statement changes of somebody's row; nothing where another stands, or it stands already. */
export function stated(
  row: Kept,
  session: string,
  statement: CheckIn,
  finished: boolean,
): Pick<EnrolmentDocument, 'state' | 'checkIns' | 'present' | 'toConfirm' | 'toCount'> | undefined {
  const kept = row.checkIns?.[session]
  if (standing(kept, statement) === kept) return undefined
  const checkIns = { ...row.checkIns, [session]: statement }
  const those = (is: CheckIn['is']) =>
    Object.keys(checkIns)
      .filter((each) => checkIns[each]?.is === is)
      .sort()
  const present = those('present')
  const state = stateOf(row.state, present, finished)
  // Once a class is over, how often somebody was there decides on their certificate (certificate/follow.ts).
  const often = finished && present.length !== (row.present ?? []).length
  const counts = often || (state === 'attended') !== (row.state === 'attended')
  return { checkIns, present, toConfirm: those('toConfirm'), state, ...(counts ? { toCount: true } : {}) }
}

/** One session is enough to have attended; who was there by mistake is enrolled again, or absent once the class is over. */
function stateOf(
  state: EnrolmentDocument['state'],
  present: readonly string[],
  finished: boolean,
): EnrolmentDocument['state'] {
  if (present.length > 0) return 'attended'
  if (state !== 'attended') return state
  return finished ? 'absent' : 'enrolled'
}
