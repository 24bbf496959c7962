import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { changeClass, telling } from './change-class'

/** Puts a class off, with a reason; jobs tells everybody in it, who keep what they have. Six round trips. */
export const postpone: Handler<'training.postpone'> = ({ classId, reason }, context) =>
  changeClass({ classId, reason }, context, (training) => {
    if (training.state !== 'published' && training.state !== 'closed') throw new Refused('CLASS_STATE')
    return {
      state: 'postponed',
      reason,
      remindAt: undefined,
      ...telling(training, { kind: 'postponed', reason }),
    }
  })
