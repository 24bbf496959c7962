import type { ErrorCode } from '../../../contract/errors'
import { countyOf, isWithin, townshipOf } from '../../../contract/regions'
import type { ClassSummary } from '../../../contract/training'
import type { TrainingClass } from './documents'

/** Whether a class is for somebody of this village (or of none). */
export const isOpenTo = (openTo: TrainingClass['openTo'], village: string | undefined): boolean =>
  village !== undefined && openTo.some((region) => isWithin(region.code, village))

/** Every scope a village lies in, as `openTo` may name it. */
export const regionsOf = (village: string): string[] => [countyOf(village), townshipOf(village), village]

export const takenBy = (training: TrainingClass, village: string | undefined): number =>
  village === undefined ? 0 : (training.takenByVillage[village] ?? 0)

/** Why this person cannot take a seat now, or null. Time first: a closed class has no seats to speak of. */
export function enrolmentObstacle(
  training: TrainingClass,
  village: string | undefined,
  now: Date,
): Extract<ErrorCode, 'SIGN_UP_CLOSED' | 'NOT_ELIGIBLE' | 'VILLAGE_FULL' | 'CLASS_FULL'> | null {
  if (training.state !== 'published' || now.toISOString() >= training.signUpClosesAt) return 'SIGN_UP_CLOSED'
  if (!isOpenTo(training.openTo, village)) return 'NOT_ELIGIBLE'
  if (training.taken >= training.seats) return 'CLASS_FULL'
  const limit = training.seatsPerVillage
  return limit !== undefined && takenBy(training, village) >= limit ? 'VILLAGE_FULL' : null
}

/** How a class stands, as seen from a village; a visitor sees it without the village. */
export function seatState(
  training: TrainingClass,
  village: string | undefined,
  now: Date,
): ClassSummary['state'] {
  if (training.state === 'finished' || now.toISOString() >= training.endsAt) return 'finished'
  if (training.state !== 'published' || now.toISOString() >= training.signUpClosesAt) return 'closed'
  if (training.taken >= training.seats) return 'full'
  const limit = training.seatsPerVillage
  return limit !== undefined && takenBy(training, village) >= limit ? 'villageFull' : 'open'
}

/** The counters after a seat is taken (+1) or given back (−1): of the class and of the village together. */
export function moveSeat(training: TrainingClass, village: string, by: 1 | -1) {
  const taken = training.taken + by
  const ofVillage = takenBy(training, village) + by
  if (taken < 0 || taken > training.seats || ofVillage < 0) throw new Error('seat counters do not add up')
  return { taken, ofVillage }
}
