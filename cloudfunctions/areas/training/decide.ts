import { checkText } from '../../platform/content'
import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { notify } from '../notification/notify'
import type { Person } from '../registry/documents'
import { aboutClass } from './change-class'
import { type EnrolmentDocument, enrolmentId, type TrainingClass } from './documents'
import { mayPlan } from './may-plan'
import { decideMove } from './moves'
import { seatsOf, standingOf } from './standing'
import { enrolledNotice, plainNotice } from './tell'
import { relayOf } from './tell-others/relay'
import { writeClass, writeRow } from './write'

/** Approves or refuses; a refused seat is the next one's. Ten round trips: whom to tell, then the transaction. */
export const decide: Handler<'training.decide'> = async ({ classId, personId, approve, reason }, context) => {
  const { account, now, openid, once } = context
  if (!approve && !reason)
    throw new Refused('INVALID_INPUT', undefined, { reason: '请写为什么不通过，会告诉本人' })
  await checkText(openid, reason ?? '')
  const person = await read<Person>('people', personId)
  const about: ReturnType<typeof aboutClass>[] = []
  return once(
    async (transaction) => {
      const training = await transaction.get<TrainingClass>('classes', classId)
      if (!training || !mayPlan(account, training)) throw new Refused('NOT_FOUND')
      about.splice(0, about.length, aboutClass(training))
      const row = await transaction.get<EnrolmentDocument>('enrolments', enrolmentId(classId, personId))
      const moved = decideMove(seatsOf(training, now), standingOf(row ?? undefined), approve)
      if (!row || typeof moved === 'string') throw new Refused('NOT_PENDING')
      await writeClass(transaction, training, moved, approve ? {} : { toOffer: true })
      const to = { id: personId, openid: person?.openid, village: person?.village }
      const notice = approve
        ? enrolledNotice(training, to, false, now)
        : plainNotice(
            training,
            to,
            `refused:${classId}:${now.getTime()}`,
            '没有通过',
            `这次没有安排上。原因：${reason}。还有别的班可以报。`,
          )
      await writeRow(transaction, row, moved, now.toISOString(), {
        ...(approve ? {} : { reason }),
        ...relayOf(notice, now),
      })
      await notify(transaction, context, notice)
      return { classId, personId, state: approve ? ('enrolled' as const) : ('refused' as const) }
    },
    undefined,
    { about, reason },
  )
}
