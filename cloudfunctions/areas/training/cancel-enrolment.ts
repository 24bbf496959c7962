import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { type EnrolmentDocument, enrolmentId, type TrainingClass } from './documents'
import { moveSeat } from './rules'

/** Gives the seat back to the class and to the village; the enrolment stays as cancelled. Eight round trips. */
export const cancelEnrolment: Handler<'training.cancelEnrolment'> = ({ classId }, { once, subject, now }) =>
  once(async (transaction) => {
    const _id = enrolmentId(classId, subject.id)
    const enrolment = await transaction.get<EnrolmentDocument>('enrolments', _id)
    if (enrolment?.state !== 'enrolled') throw new Refused('NOT_ENROLLED')
    const training = await transaction.get<TrainingClass>('classes', classId)
    if (!training) throw new Refused('NOT_FOUND')
    if (now.toISOString() >= training.cancelClosesAt) throw new Refused('CANCEL_CLOSED')
    // The village whose seat was taken, even if the person has moved since.
    const { taken, ofVillage } = moveSeat(training, enrolment.village, -1)
    await transaction.update('classes', classId, {
      taken,
      [`takenByVillage.${enrolment.village}`]: ofVillage,
    })
    await transaction.update('enrolments', _id, { state: 'cancelled', cancelledAt: now.toISOString() })
    return { classId }
  })
