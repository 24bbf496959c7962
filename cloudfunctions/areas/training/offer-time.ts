import { addWorkingHours, type Calendar, yearsWithout } from '../calendar/rules'
import type { EnrolmentDocument, TrainingClass } from './documents'

/** Until when an offer may be answered: so many working hours from an instant, never beyond the beginning of the class. */
export function offerUntil(
  { claimHours, startsAt }: Pick<TrainingClass, 'claimHours' | 'startsAt'>,
  from: Date,
  calendar: Calendar,
): string {
  const deadline = addWorkingHours(from, claimHours, calendar)
  const unknown = yearsWithout(from, deadline, calendar)
  if (unknown.length > 0) console.warn(JSON.stringify({ calendarYearsMissing: unknown }))
  return [deadline.toISOString(), startsAt].sort()[0]!
}

/**
 * Whether the clock of somebody's offer stands still: nobody can say whether they will come to a class without a date, nor
 * before they have been told of its new one, with which they get another deadline.
 */
export const rests = (
  { state, tell, change }: Pick<TrainingClass, 'state' | 'tell' | 'change'>,
  row: Pick<EnrolmentDocument, 'change'>,
): boolean => state === 'postponed' || (tell?.resumed !== undefined && (row.change ?? 0) < change)

/**
 * The deadline of an offer once somebody is told that the class has another time: counted anew from when a class that was
 * put off got its new time, else what it was. One that was offered since keeps its own, which is later.
 */
export function untilAfterChange(
  training: Pick<TrainingClass, 'claimHours' | 'startsAt' | 'tell'>,
  { until }: NonNullable<EnrolmentDocument['offer']>,
  calendar: Calendar,
  now: Date,
): string {
  const resumed = training.tell?.resumed
  if (resumed === undefined && until !== undefined) return [until, training.startsAt].sort()[0]!
  const renewed = offerUntil(training, new Date(resumed ?? now), calendar)
  return [renewed, [until ?? '', training.startsAt].sort()[0]!].sort()[1]!
}
