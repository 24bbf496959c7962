import { randomUUID } from 'node:crypto'
import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { aboutClass } from './change-class'
import { datesOf, later, weeksAhead } from './dates'
import { type TrainingClass, UNTOUCHED } from './documents'
import { mayPlan } from './may-plan'

/** A draft of a class, its dates a whole number of weeks later; nobody is in it. Six round trips. */
export const copy: Handler<'training.copy'> = async ({ classId }, { account, openid, once, now }) => {
  const model = await read<TrainingClass>('classes', classId)
  if (!model || !mayPlan(account, model)) throw new Refused('NOT_FOUND')
  const { reason: _, tell: __, remindAt: ___, releaseDueAt: ____, toCertify: _____, ...planned } = model
  const by = weeksAhead(model.startsAt, now)
  const draft: TrainingClass = {
    ...planned,
    ...UNTOUCHED,
    ...datesOf(
      model.sessions.map((session) => ({
        ...session,
        startsAt: later(session.startsAt, by),
        endsAt: later(session.endsAt, by),
      })),
    ),
    _id: `class-${randomUUID()}`,
    signUpClosesAt: later(model.signUpClosesAt, by),
    cancelClosesAt: later(model.cancelClosesAt, by),
    releaseAt: model.releaseAt && later(model.releaseAt, by),
    state: 'draft',
    version: 1,
    by: { personId: account.personId, name: account.name, openid },
  }
  return once(
    async (transaction) => {
      await transaction.set('classes', draft)
      return { classId: draft._id, version: draft.version, phase: 'draft' as const }
    },
    undefined,
    { about: [aboutClass(draft)] },
  )
}
