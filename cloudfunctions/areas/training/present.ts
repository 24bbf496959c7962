import { dayOf } from '../../../contract/time'
import type { ClassSummary, Enrolment } from '../../../contract/training'
import type { Subject } from '../../platform/context'
import type { EnrolmentDocument, TrainingClass } from './documents'
import { seatState, takenBy } from './rules'

/** A class as one person sees it. */
export const presentClass = (
  training: TrainingClass,
  subject: Subject | null,
  enrolled: boolean,
  now: Date,
): ClassSummary => ({
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
    taken: training.taken,
    perVillage: training.seatsPerVillage,
    takenByMyVillage: subject?.village ? takenBy(training, subject.village) : undefined,
    myVillageName: subject?.villageName,
  },
  state: seatState(training, subject?.village, now),
  enrolled,
})

export const presentEnrolment = (enrolment: EnrolmentDocument): Enrolment => ({
  id: enrolment._id,
  classId: enrolment.classId,
  title: enrolment.title,
  topic: enrolment.topic,
  startsAt: enrolment.startsAt,
  place: enrolment.place,
  state: enrolment.state,
  day: dayOf(enrolment.startsAt),
})
