import { classScan } from '../../../../contract/training/scan'
import { collection, read } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { Refused } from '../../../platform/refusal'
import type { TrainingClass } from '../documents'
import { mayPlan } from '../may-plan'
import { codesFrom, GOOD_MS, STEP_MS } from './codes'
import { requireToday, sessionOf } from './sessions'

/** How many are (or may be) at a session: an index alone counts them. One round trip. */
async function countOf(classId: string, where: 'present' | 'toConfirm', session: string): Promise<number> {
  const found = await collection('enrolments')
    .where({ classId, [where]: session })
    .count()
  return (found as unknown as { total: number }).total
}

/** Three round trips: the class, and two counts beside each other. */
export const checkInCode: Handler<'training.checkInCode'> = async ({ classId, session }, context) => {
  const { account, now, configuration } = context
  const training = await read<TrainingClass>('classes', classId)
  if (!training || !mayPlan(account, training)) throw new Refused('NOT_FOUND')
  requireToday(training, sessionOf(training, session), now)
  const [present, toConfirm] = await Promise.all([
    countOf(classId, 'present', session),
    countOf(classId, 'toConfirm', session),
  ])
  return {
    title: training.title,
    now: now.toISOString(),
    stepSeconds: STEP_MS / 1000,
    goodSeconds: GOOD_MS / 1000,
    codes: codesFrom({ classId, session }, now, configuration).map(({ from, code }) => ({
      from,
      text: classScan(classId, session, code),
    })),
    seated: training.taken,
    present,
    toConfirm,
  }
}
