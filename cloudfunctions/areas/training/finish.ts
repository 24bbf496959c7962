import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { toCertify } from './certificate/rules'
import { changeClass, telling } from './change-class'

/** A class is over; jobs notes who was not seen as absent, closes what was still open, and gives who came their certificate. Six round trips. */
export const finish: Handler<'training.finish'> = ({ classId }, context) =>
  changeClass({ classId }, context, (training) => {
    if (training.state !== 'published' && training.state !== 'closed') throw new Refused('CLASS_STATE')
    if (context.now.toISOString() < training.startsAt)
      throw new Refused('CLASS_STATE', '还没开课，不能结课。不办了请取消这个班。')
    return {
      state: 'finished',
      remindAt: undefined,
      releaseDueAt: undefined,
      toOffer: false,
      ...toCertify({ kind: training.kind, state: 'finished' }, context.now),
      ...telling(training, { kind: 'finished', reason: '' }),
    }
  })
