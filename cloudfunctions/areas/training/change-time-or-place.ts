import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { changeClass, telling } from './change-class'
import { dateFaults, datesOf, nextReminder, numbered } from './dates'

/**
 * New sessions for a class that was published; a postponed one is open again. Jobs tells everybody in it and in line and
 * asks those with a seat to confirm; open offers of one that was put off get a new deadline. Six round trips.
 */
export const changeTimeOrPlace: Handler<'training.changeTimeOrPlace'> = (
  { classId, version, sessions, meet, signUpClosesAt, cancelClosesAt, reason },
  context,
) =>
  changeClass({ classId, reason }, context, (training) => {
    if (training.version !== version) throw new Refused('STALE')
    const { state } = training
    if (state !== 'published' && state !== 'closed' && state !== 'postponed') throw new Refused('CLASS_STATE')
    const next = {
      ...datesOf(numbered(sessions, training.sessions)),
      signUpClosesAt: signUpClosesAt ?? training.signUpClosesAt,
      cancelClosesAt: cancelClosesAt ?? training.cancelClosesAt,
    }
    const faults = dateFaults({ ...next, sessions })
    if (next.startsAt <= context.now.toISOString()) faults['sessions.0.startsAt'] = '开课的时间已经过了'
    if (Object.keys(faults).length > 0) throw new Refused('INVALID_INPUT', undefined, faults)
    // Changed again before everybody was told: their offers are still counted from when it was on again.
    const resumed = state === 'postponed' ? context.now.toISOString() : training.tell?.resumed
    return {
      ...next,
      meet: meet ?? training.meet,
      state: state === 'postponed' ? 'published' : state,
      reason: undefined,
      // A class that was put off has offered nothing meanwhile.
      toOffer: true,
      remindAt: nextReminder(next, context.now),
      ...telling(training, { kind: 'changed', reason, ...(resumed ? { resumed } : {}) }),
    }
  })
