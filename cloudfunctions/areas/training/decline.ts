import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { OfferDocument } from './documents'
import { look } from './look'
import { passOnMove } from './moves'
import { seatsOf, standingOf } from './standing'
import { writeClass, writeRow } from './write'

/** Leaves an offered seat to the next in line. Eight round trips. */
export const decline: Handler<'training.decline'> = ({ classId }, { once, subject, now }) =>
  once(async (transaction) => {
    const looked = await look(classId, subject, now)
    const { training, mine } = looked ?? {}
    const moved = training && passOnMove(seatsOf(training, now), standingOf(mine), 'declined')
    if (!moved || typeof moved === 'string' || !mine?.offer) throw new Refused('NO_OFFER')
    const at = now.toISOString()
    await writeClass(transaction, training, moved, { toOffer: true })
    await writeRow(transaction, mine, moved, at)
    await transaction.update('offers', mine.offer.id, {
      outcome: 'declined',
      closedAt: at,
    } satisfies Partial<OfferDocument>)
    return { classId }
  })
