import { dayOf } from '../../../contract/time'
import type { ClassSummary, Enrolment } from '../../../contract/training'
import type { Subject } from '../../platform/context'
import { nextMeeting } from './dates'
import type { EnrolmentDocument, Meeting, TrainingClass } from './documents'
import { phaseOf, seatState, takenBy } from './rules'
import { type Claim, usedInAll } from './seats'
import { seatsOf } from './standing'

/** States in which somebody has a seat of a class to come. */
export const SEATED = ['enrolled', 'pending'] as const
/** And those in which they may yet get one. */
export const LIVE = [...SEATED, 'waiting', 'offered'] as const

export const isSeated = (row: Pick<EnrolmentDocument, 'state'> | undefined): boolean =>
  row !== undefined && (SEATED as readonly string[]).includes(row.state)

/** A class as one person sees it; without a claim, as a visitor does. A seat that is offered counts as taken. */
export function presentClass(
  training: TrainingClass,
  subject: Subject | null,
  { mine, claim }: { mine?: EnrolmentDocument; claim?: Claim },
  now: Date,
): ClassSummary {
  const seats = seatsOf(training, now)
  return {
    id: training._id,
    title: training.title,
    topic: training.topic,
    startsAt: training.startsAt,
    endsAt: training.endsAt,
    place: training.place,
    days: training.days,
    costs: training.costs,
    seats: {
      total: training.seats,
      taken: usedInAll(seats),
      perVillage: seats.released ? undefined : training.seatsPerVillage,
      takenByMyVillage: subject?.village ? takenBy(training, subject.village, now) : undefined,
      myVillageName: subject?.villageName,
    },
    state: seatState(training, claim, now),
    enrolled: isSeated(mine),
    kind: training.kind,
    phase: phaseOf(training, now),
    line: training.waitlist !== 'none',
    standing: mine?.state,
  }
}

/** Whether somebody has a seat of it, or has been to some of it: then it is theirs until its last session is over. */
export const takesPart = (row: Pick<EnrolmentDocument, 'state'>): boolean =>
  isSeated(row) || row.state === 'attended'

/** Of the session they go to next; once all are over, of the first. */
export function whenAndWhere(row: EnrolmentDocument, now: Date): Pick<Meeting, 'startsAt' | 'place'> {
  const { startsAt, place } = nextMeeting(row, now) ?? row
  return { startsAt, place }
}

/** `inLine`: the place in line, where somebody waits and it was counted. */
export const presentEnrolment = (enrolment: EnrolmentDocument, now: Date, inLine?: number): Enrolment => ({
  id: enrolment._id,
  classId: enrolment.classId,
  title: enrolment.title,
  topic: enrolment.topic,
  ...whenAndWhere(enrolment, now),
  state: enrolment.state,
  day: dayOf(enrolment.startsAt),
  kind: enrolment.kind,
  needsConfirm: enrolment.needsConfirm,
  offerUntil: enrolment.offer?.until,
  inLine,
  reason: enrolment.reason,
  off: enrolment.off,
})
