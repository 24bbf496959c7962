import { command, type Transaction } from '../../platform/database'
import type { EnrolmentDocument, TrainingClass } from './documents'
import type { Moved } from './moves'
import { movedClass, movedRow } from './standing'

/** A field that a move takes away has to be removed by name; undefined would be left as it was. */
export const removed = (changes: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [field, value === undefined ? command.remove() : value]),
  )

/** Writes the class's counters after a move: first of all, because rivals collide here. One round trip. */
export const writeClass = (
  transaction: Transaction,
  training: TrainingClass,
  moved: Moved,
  more: Record<string, unknown> = {},
) => transaction.update('classes', training._id, { ...movedClass(training, moved.seats), ...more })

/** Writes somebody's row after a move, for who has one; what was to be passed on to them is untrue by it. One round trip. */
export const writeRow = (
  transaction: Transaction,
  row: Pick<EnrolmentDocument, '_id' | 'personId'>,
  moved: Moved,
  at: string,
  more: Record<string, unknown> = {},
) =>
  transaction.update(
    'enrolments',
    row._id,
    removed({ relay: undefined, ...movedRow(moved, row.personId, at), ...more }),
  )
