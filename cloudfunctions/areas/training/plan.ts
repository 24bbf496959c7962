import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { sessionsLeft } from './dates'
import { countsOf } from './desk'
import type { TrainingClass } from './documents'
import { mayPlan } from './may-plan'
import { placeNames } from './plan-parts'
import { phaseOf } from './rules'
import { toDecideIn } from './to-decide'

/** The plan as `training.save` takes it, with how full the class is. Three round trips. */
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
  const kept = reserved.flatMap(({ regions = [] }) => regions)
  const [names, toDecide] = await Promise.all([placeNames(kept), toDecideIn([training])])
  for (const { code, name } of openTo) names.set(code, name)
  return {
    classId,
    version: training.version,
    phase: phaseOf(training, now),
    reason: training.reason,
    places: [...names].map(([code, name]) => ({ code, name })),
    counts: countsOf(training),
    toDecide: toDecide.get(classId) ?? 0,
    toFinish:
      (training.state === 'published' || training.state === 'closed') &&
      training.startsAt !== '' &&
      training.startsAt <= now.toISOString() &&
      sessionsLeft(training, now) === 0,
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
