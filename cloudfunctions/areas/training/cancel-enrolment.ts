import { checkText } from '../../platform/content'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { OfferDocument } from './documents'
import { look } from './look'
import { leaveMove } from './moves'
import { seatsOf, standingOf } from './standing'
import { tooLateToCancel } from './too-late'
import { writeClass, writeRow } from './write'

/**
 * Gives up a seat, an offer or a place in line; the enrolment stays as cancelled. A seat is the next one's: jobs offers it.
 * Seven round trips, eight where an offer is given up.
 */
export const cancelEnrolment: Handler<'training.cancelEnrolment'> = async (
  { classId, reason },
  { once, subject, now, openid },
) => {
  await checkText(openid, reason ?? '')
  const at = now.toISOString()
  return once(
    async (transaction) => {
      const looked = await look(classId, subject, now)
      if (!looked?.mine) throw new Refused('NOT_ENROLLED')
      const { training, mine } = looked
      const moved = leaveMove(seatsOf(training, now), standingOf(mine), 'cancelled')
      if (typeof moved === 'string') throw new Refused('NOT_ENROLLED')
      const seated = mine.state === 'enrolled' || mine.state === 'pending'
      // The deadline of a class that is put off went with its date.
      if (seated && training.state !== 'postponed' && at >= training.cancelClosesAt)
        throw tooLateToCancel(training, now)
      await writeClass(transaction, training, moved, { toOffer: true })
      await writeRow(transaction, mine, moved, at, { reason, cancelledAt: at, needsConfirm: false })
      if (mine.offer)
        await transaction.update('offers', mine.offer.id, {
          outcome: 'declined',
          closedAt: at,
        } satisfies Partial<OfferDocument>)
      return { classId }
    },
    undefined,
    { reason },
  )
}
