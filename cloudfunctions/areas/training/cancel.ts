import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { changeClass, telling } from './change-class'

/** Calls a class off, with a reason; jobs frees its people, one by one, and tells them. Six round trips. */
export const cancel: Handler<'training.cancel'> = ({ classId, reason }, context) =>
  changeClass({ classId, reason }, context, (training) => {
    if (training.state === 'cancelled' || training.state === 'finished') throw new Refused('CLASS_STATE')
    return {
      state: 'cancelled',
      reason,
      remindAt: undefined,
      releaseDueAt: undefined,
      toOffer: false,
      ...telling(training, { kind: 'cancelled', reason }),
    }
  })
