import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { TrainingClass } from './documents'
import { mayPlan } from './may-plan'
import { phaseOf } from './rules'

/** The plan as `training.save` takes it. One round trip. */
export const getPlan: Handler<'training.plan'> = async ({ classId }, { account, now }) => {
  const training = await read<TrainingClass>('classes', classId)
  if (!training || !mayPlan(account, training)) throw new Refused('NOT_FOUND')
  const {
    teachers,
    openTo,
    photos,
    reserved = [],
    startsAt,
    signUpClosesAt,
    cancelClosesAt,
    ...same
  } = training
  return {
    classId,
    version: training.version,
    phase: phaseOf(training, now),
    reason: training.reason,
    plan: {
      ...same,
      teacherIds: teachers.map(({ expertId }) => expertId),
      teachers: teachers.map(({ expertId, name, title }) => ({ id: expertId, name, title })),
      openTo: openTo.map(({ code }) => code),
      cover: photos[0]?.fileID,
      reserved,
      startsAt: startsAt || undefined,
      signUpClosesAt: signUpClosesAt || undefined,
      cancelClosesAt: cancelClosesAt || undefined,
    },
  }
}
