import { isWithin } from '../../../contract/regions'
import type { ClassSummary } from '../../../contract/training'
import type { Phase } from '../../../contract/training/words'
import type { TrainingClass } from './documents'
import { seatObstacle } from './moves'
import { type Claim, usedBy } from './seats'
import { seatsOf } from './standing'

/** Whether a class is for somebody of this village (or of none). */
export const isOpenTo = (openTo: TrainingClass['openTo'], village: string | undefined): boolean =>
  village !== undefined && openTo.some((region) => isWithin(region.code, village))

/** Taken by a village, what is offered to its people included. */
export const takenBy = (training: TrainingClass, village: string | undefined, now: Date): number =>
  village === undefined ? 0 : usedBy(seatsOf(training, now), 'village', village)

/** What a class is at: by what was done with it, and by the clock. */
export function phaseOf({ state, signUpClosesAt, startsAt, endsAt }: TrainingClass, now: Date): Phase {
  if (state === 'draft' || state === 'cancelled' || state === 'finished' || state === 'postponed')
    return state
  const at = now.toISOString()
  if (at >= endsAt) return 'finished'
  if (at >= startsAt) return 'running'
  return state === 'closed' || at >= signUpClosesAt ? 'closed' : 'open'
}

/** How a class stands, as seen by somebody; a visitor (no claim) sees whether there is a seat for anybody. */
export function seatState(
  training: TrainingClass,
  claim: Claim | undefined,
  now: Date,
): ClassSummary['state'] {
  const phase = phaseOf(training, now)
  if (phase === 'finished') return 'finished'
  if (phase !== 'open') return 'closed'
  const obstacle = seatObstacle(seatsOf(training, now), claim ?? SOMEBODY)
  if (obstacle === null) return 'open'
  return obstacle === 'VILLAGE_FULL' || obstacle === 'TOWNSHIP_FULL' ? 'villageFull' : 'full'
}

/** From no village that has anybody in it. */
const SOMEBODY: Claim = { village: '', reserves: [], priority: 1 }
