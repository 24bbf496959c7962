import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { notify } from '../notification/notify'
import type { OfferDocument, Turn } from './documents'
import { hadOne, hadSentence } from './eligible'
import { look } from './look'
import { claimMove } from './moves'
import { rests } from './offer-time'
import { sayingOf } from './refuse'
import { seatsOf, standingOf } from './standing'
import { enrolledNotice } from './tell'
import { writeClass, writeRow } from './write'

const KEPT = '这个班推迟了，给您留的名额还在，不会过期。时间定了会通知，到时再点“我要去”。'

/** Takes the seat that was held: what was held is taken. Nine round trips, ten where classes of a kind exclude each other. */
export const claim: Handler<'training.claim'> = ({ classId }, context) =>
  context.once(async (transaction) => {
    const { subject, now } = context
    const looked = await look(classId, subject, now)
    if (!looked?.mine) throw new Refused('NO_OFFER')
    const { training, mine, history } = looked
    const { offer } = mine
    const moved = claimMove(seatsOf(training, now), standingOf(mine), training.approval)
    if (typeof moved === 'string' || !offer) throw new Refused('NO_OFFER')
    const at = now.toISOString()
    if (training.state === 'cancelled') throw new Refused('CLASS_CANCELLED')
    // They would be told that they are in, on a day that was called off.
    if (training.state === 'postponed')
      throw new Refused('CLASS_POSTPONED', sayingOf(subject, context.account)(KEPT))
    // Whether or not jobs has passed it on already: the deadline is the deadline.
    if (offer.until !== undefined && at >= offer.until && !rests(training, mine))
      throw new Refused('OFFER_OVER')
    const earlier = hadOne(training, history)
    if (earlier)
      throw new Refused('HAD_ONE', sayingOf(subject, context.account)(hadSentence(training, earlier)))
    await writeClass(transaction, training, moved)
    await writeRow(transaction, mine, moved, at)
    if (training.onceInYears)
      await transaction.set<Turn>('turns', { _id: `${subject.id}:${training.kind}`, at })
    await transaction.update('offers', offer.id, {
      outcome: 'claimed',
      closedAt: at,
    } satisfies Partial<OfferDocument>)
    const pending = moved.standing.state === 'pending'
    await notify(
      transaction,
      context,
      enrolledNotice(training, { id: subject.id, openid: subject.openid }, pending, now),
    )
    return { classId, state: pending ? ('pending' as const) : ('enrolled' as const) }
  })
