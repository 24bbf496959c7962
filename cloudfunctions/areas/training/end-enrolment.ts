import { inTransaction } from '../../platform/database'
import type { Person } from '../registry/documents'
import { type EnrolmentDocument, enrolmentId, type OfferDocument, type TrainingClass } from './documents'
import { leaveMove } from './moves'
import { LIVE } from './present'
import { seatsOf, standingOf } from './standing'
import { writeClass, writeRow } from './write'

const isLive = (row: EnrolmentDocument | null | undefined): boolean =>
  row !== null && row !== undefined && (LIVE as readonly string[]).includes(row.state)

/**
 * Ends what somebody who is no longer there has of a class to come: hands their seat, offer or place in line on to their
 * heir (who they were merged into), or gives it up where there is none or the heir has their own. Can be done twice.
 */
export const endEnrolment = (_id: string, heir: Person | undefined, now: Date): Promise<void> =>
  inTransaction(async (transaction) => {
    const row = await transaction.get<EnrolmentDocument>('enrolments', _id)
    if (!row || !isLive(row)) return
    const training = await transaction.get<TrainingClass>('classes', row.classId)
    if (!training) return
    const at = now.toISOString()
    const to = heir && enrolmentId(row.classId, heir._id)
    const there = to ? await transaction.get<EnrolmentDocument>('enrolments', to) : null
    if (heir && to && !isLive(there)) {
      // The counters stay, but every move of a class writes it.
      await transaction.update('classes', training._id, { moves: training.moves + 1 })
      await transaction.set<EnrolmentDocument>('enrolments', {
        ...row,
        _id: to,
        personId: heir._id,
        personName: heir.name,
      })
      // What is to be passed on of it goes along; 已转告 looks for the row by the message.
      if (row.relay)
        await transaction.update('notifications', row.relay.message, {
          relay: { village: row.relay.village, row: to },
        })
      await writeRow(
        transaction,
        row,
        { seats: seatsOf(training, now), standing: { state: 'cancelled' } },
        at,
        {
          cancelledAt: at,
        },
      )
      return
    }
    const moved = leaveMove(seatsOf(training, now), standingOf(row), 'cancelled')
    if (typeof moved === 'string') return
    await writeClass(transaction, training, moved, { toOffer: true })
    await writeRow(transaction, row, moved, at, { cancelledAt: at })
    if (row.offer)
      await transaction.update('offers', row.offer.id, {
        outcome: 'withdrawn',
        closedAt: at,
      } satisfies Partial<OfferDocument>)
  })
