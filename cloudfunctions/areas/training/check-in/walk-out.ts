import type { Transaction } from '../../../platform/database'
import type { EnrolmentDocument, TrainingClass } from '../documents'
import { walkOutMove } from '../moves'
import { movedClass, movedRow, seatsOf, standingOf } from '../standing'
import { removed } from '../write'

type Changes = Pick<EnrolmentDocument, 'present' | 'toConfirm'>

/** Whether who walked in was there at no session after all: the wrong one of a name, as it happens at the door. */
export const wasNotThere = (
  { walkedIn }: Pick<EnrolmentDocument, 'walkedIn'>,
  { present = [], toConfirm = [] }: Changes,
): boolean => walkedIn === true && present.length === 0 && toConfirm.length === 0

/**
 * Takes back that some walked in: writes the class, with their seats free again, and answers what more changes of each row,
 * by its id. Two round trips.
 */
export async function walkOut(
  transaction: Transaction,
  classId: string,
  mistaken: readonly EnrolmentDocument[],
  now: Date,
): Promise<Map<string, Record<string, unknown>>> {
  const more = new Map<string, Record<string, unknown>>()
  if (mistaken.length === 0) return more
  const found = await transaction.get<TrainingClass>('classes', classId)
  if (!found) return more
  const at = now.toISOString()
  let training = found
  for (const row of mistaken) {
    const moved = walkOutMove(seatsOf(training, now), standingOf(row))
    if (typeof moved === 'string') continue
    training = { ...training, ...movedClass(training, moved.seats) }
    const gone = { cancelledAt: at, reason: '现场补报记错了', walkedIn: undefined, relay: undefined }
    more.set(row._id, removed({ ...movedRow(moved, row.personId, at), ...gone }))
  }
  await transaction.update('classes', classId, movedClass(found, seatsOf(training, now)))
  return more
}
