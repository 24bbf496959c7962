import { collection, command, rows } from '../../../platform/database'
import { type Notice, notify } from '../../notification/notify'
import type { EnrolmentDocument, OfferDocument, TrainingClass } from '../documents'
import { passOnMove } from '../moves'
import { rests } from '../offer-time'
import { seatsOf, standingOf } from '../standing'
import { plainNotice } from '../tell'
import { relayOf } from '../tell-others/relay'
import { writeClass, writeRow } from '../write'
import { type JobContext, ROWS, recipientsOf, step } from './context'

/** Offers nobody answered in time: the seat is the next one's. One transaction each. */
export async function expireOffers(context: JobContext): Promise<{ expired: number }> {
  const at = context.now.toISOString()
  const due = await rows<EnrolmentDocument>(
    collection('enrolments')
      .where({ state: 'offered', 'offer.until': command.lte(at) })
      .limit(ROWS),
  )
  const recipient = await recipientsOf(due.map(({ personId }) => personId))
  let expired = 0
  for (const { _id, classId, personId } of due) {
    if (await expireOne(_id, classId, recipient(personId), context)) expired++
  }
  return { expired }
}

const expireOne = (_id: string, classId: string, to: Notice['to'], context: JobContext) =>
  step(async (transaction) => {
    const at = context.now.toISOString()
    const training = await transaction.get<TrainingClass>('classes', classId)
    const row = await transaction.get<EnrolmentDocument>('enrolments', _id)
    // Claimed, declined, or put off with its class, in the last moment.
    if (!training || !row?.offer?.until || row.offer.until > at || rests(training, row)) return false
    const moved = passOnMove(seatsOf(training, context.now), standingOf(row), 'lapsed')
    if (typeof moved === 'string') return false
    await writeClass(transaction, training, moved, { toOffer: training.state !== 'cancelled' })
    const notice = plainNotice(
      training,
      to,
      `lapsed:${row.offer.id}`,
      '留的名额到时间了',
      '留给您的名额过了时间没有回，不再留了。还想去，请点开再看看：有名额就能报，没有就重新排队。',
    )
    await writeRow(transaction, row, moved, at, {
      reason: '留的名额过了时间没有回',
      ...relayOf(notice, context.now),
    })
    await transaction.update('offers', row.offer.id, {
      outcome: 'expired',
      closedAt: at,
    } satisfies Partial<OfferDocument>)
    await notify(transaction, context, notice)
    return true
  })
