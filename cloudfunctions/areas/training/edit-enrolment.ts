import { checkText } from '../../platform/content'
import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { answerFaults, wordsIn } from './answers'
import { type EnrolmentDocument, enrolmentId, type TrainingClass } from './documents'
import { tooLateToEdit } from './too-late'

const NOTHING = '没有报这个班，没有可以改的。想去请先报名。'
const LIVE = ['enrolled', 'pending', 'waiting', 'offered']

/**
 * Changes what somebody answered. What was approved was approved with the old answers, so it is pending again; the seat
 * stays theirs meanwhile. Seven round trips.
 */
export const editEnrolment: Handler<'training.editEnrolment'> = async ({ classId, answers }, context) => {
  const { subject, now } = context
  const training = await read<TrainingClass>('classes', classId)
  if (!training) throw new Refused('NOT_ENROLLED', NOTHING)
  const faults = answerFaults(training.questions, answers)
  if (Object.keys(faults).length > 0) throw new Refused('INVALID_INPUT', undefined, faults)
  await checkText(context.openid, wordsIn(training.questions, answers))
  return context.once(async (transaction) => {
    const _id = enrolmentId(classId, subject.id)
    const row = await transaction.get<EnrolmentDocument>('enrolments', _id)
    if (!row || !LIVE.includes(row.state)) throw new Refused('NOT_ENROLLED', NOTHING)
    if (now.toISOString() >= training.cancelClosesAt) throw tooLateToEdit(training, now)
    const state = row.state === 'enrolled' && training.approval ? 'pending' : row.state
    await transaction.update('enrolments', _id, { answers, state })
    return { classId, state }
  })
}
