import { command } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { type EnrolmentDocument, enrolmentId } from './documents'

/** Still coming after a change, which need not be passed on to them any more. Six round trips. */
export const confirmAgain: Handler<'training.confirmAgain'> = ({ classId }, { once, subject }) =>
  once(async (transaction) => {
    const _id = enrolmentId(classId, subject.id)
    const row = await transaction.get<EnrolmentDocument>('enrolments', _id)
    if (row?.state !== 'enrolled' && row?.state !== 'pending')
      throw new Refused('NOT_ENROLLED', '没有报这个班，不用确认。想去请先报名。')
    if (!row.needsConfirm) throw new Refused('NOTHING_TO_CONFIRM')
    await transaction.update('enrolments', _id, { needsConfirm: false, relay: command.remove() })
    return { classId }
  })
