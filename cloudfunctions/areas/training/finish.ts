import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { toCertify } from './certificate/rules'
import { changeClass, telling } from './change-class'
import { sessionsLeft } from './dates'

/** A class is over; jobs notes who was not seen as absent, closes what was still open, and gives who came their certificate. Six round trips. */
export const finish: Handler<'training.finish'> = ({ classId }, context) =>
  changeClass({ classId }, context, (training) => {
    if (training.state !== 'published' && training.state !== 'closed') throw new Refused('CLASS_STATE')
    if (context.now.toISOString() < training.startsAt)
      throw new Refused('CLASS_STATE', '还没开课，不能结课。不办了请取消这个班。')
    const left = sessionsLeft(training, context.now)
    // Who was not seen yet would be absent, and could not check in any more.
    if (left > 0) throw new Refused('CLASS_STATE', `还有 ${left} 次课没上，最后一次课开始以后再结课。`)
    return {
      state: 'finished',
      remindAt: undefined,
      releaseDueAt: undefined,
      toOffer: false,
      ...toCertify({ kind: training.kind, state: 'finished' }, context.now),
      ...telling(training, { kind: 'finished', reason: '' }),
    }
  })
