import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { changeClass } from './change-class'
import { nextReminder } from './dates'
import { missingIn } from './plan-rules'

/** Opens sign-up, or opens it again. Six round trips. */
export const publish: Handler<'training.publish'> = ({ classId }, context) =>
  changeClass({ classId }, context, (training) => {
    if (training.state !== 'draft' && training.state !== 'closed') throw new Refused('CLASS_STATE')
    const missing = missingIn(training, context.now)
    if (Object.keys(missing).length > 0) throw new Refused('CLASS_INCOMPLETE', undefined, missing)
    return {
      state: 'published',
      releaseDueAt: training.releaseAt,
      remindAt: nextReminder(training, context.now),
    }
  })
