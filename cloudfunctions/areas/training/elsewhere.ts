import { collection, command, rows } from '../../platform/database'
import type { EnrolmentDocument, TrainingClass } from './documents'
import { claimOf, whoMayNotCome } from './eligible'
import type { Looked } from './look'
import { seatObstacle } from './moves'
import { LIVE } from './present'
import { regionsOf } from './regions'
import { seatsOf } from './standing'

/** Open classes looked through for what somebody could join instead, and how many are named. */
const LOOKED_THROUGH = 12
const NAMED = 3

/** Open classes that somebody could join now, soonest first. One round trip. */
export async function elsewhere({ training, who, history }: Looked, now: Date): Promise<TrainingClass[]> {
  if (!who?.village) return []
  const query = collection('classes')
    .where({
      state: 'published',
      startsAt: command.gt(now.toISOString()),
      'openTo.code': command.in(regionsOf(who.village)),
    })
    .orderBy('startsAt', 'asc')
    .limit(LOOKED_THROUGH)
  const known = new Set(history.filter(({ state }) => isAlive(state)).map(({ classId }) => classId))
  return (await rows<TrainingClass>(query))
    .filter(
      (other) =>
        other._id !== training._id &&
        !known.has(other._id) &&
        whoMayNotCome(other, who, history, now) === null &&
        seatObstacle(seatsOf(other, now), claimOf(other, who, history)) === null,
    )
    .slice(0, NAMED)
}

const isAlive = (state: EnrolmentDocument['state']): boolean => (LIVE as readonly string[]).includes(state)
