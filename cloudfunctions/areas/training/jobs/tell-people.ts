import { collection, command, rows, type Transaction } from '../../../platform/database'
import { loadCalendar } from '../../calendar/load'
import type { Calendar } from '../../calendar/rules'
import { type Notice, notify } from '../../notification/notify'
import { goesOn } from '../dates'
import type { EnrolmentDocument, OfferDocument, Tell, TrainingClass } from '../documents'
import { leaveMove } from '../moves'
import { untilAfterChange } from '../offer-time'
import { LIVE } from '../present'
import { seatsOf, standingOf } from '../standing'
import { relayOf } from '../tell-others/relay'
import { removed, writeClass, writeRow } from '../write'
import { noticeOf } from './change-notice'
import { CLASSES, type JobContext, ROWS, recipientsOf, step } from './context'

/** Who has been to one session of a class is in it still: the next may be elsewhere. */
const TOLD: EnrolmentDocument['state'][] = [...LIVE, 'attended']

/**
 * Tells everybody in a class and in its line of what has changed, however many they are: the change itself only leaves a
 * mark. One transaction a person, each with the number of the change, so that a run that dies goes on where it was.
 */
export async function tellPeople(context: JobContext): Promise<{ toldOfChanges: number }> {
  const marked = await rows<TrainingClass>(
    collection('classes')
      .where({ 'tell.kind': command.exists(true) })
      .limit(CLASSES),
  )
  if (marked.length === 0) return { toldOfChanges: 0 }
  const calendar = await loadCalendar(context.now)
  let toldOfChanges = 0
  for (const training of marked) toldOfChanges += await tellClass(training, calendar, context)
  return { toldOfChanges }
}

async function tellClass(
  { _id, change }: TrainingClass,
  calendar: Calendar,
  context: JobContext,
): Promise<number> {
  const untold = await rows<EnrolmentDocument>(
    collection('enrolments')
      .where({ classId: _id, state: command.in(TOLD), change: command.lt(change) })
      .limit(ROWS),
  )
  const recipient = await recipientsOf(untold.map(({ personId }) => personId))
  for (const { _id: rowId, personId } of untold)
    await step((transaction) => tellOne(transaction, _id, rowId, recipient(personId), calendar, context))
  if (untold.length < ROWS)
    await step(async (transaction) => {
      const training = await transaction.get<TrainingClass>('classes', _id)
      // Changed again meanwhile: the next run tells of that.
      if (training?.tell && training.change === change)
        await transaction.update('classes', _id, { tell: command.remove() })
    })
  return untold.length
}

/** A class that is put off is still to come, however long ago its old dates are. */
const WITHOUT_DATE = { endsAt: '9999-12-31T00:00:00.000Z', meetings: [] }

async function tellOne(
  transaction: Transaction,
  classId: string,
  rowId: string,
  to: Notice['to'],
  calendar: Calendar,
  context: JobContext,
): Promise<void> {
  const training = await transaction.get<TrainingClass>('classes', classId)
  const row = await transaction.get<EnrolmentDocument>('enrolments', rowId)
  if (!training?.tell || !row || !TOLD.includes(row.state)) return
  if ((row.change ?? 0) >= training.change) return
  const { title, topic, kind, startsAt, place, change, tell } = training
  // Where and when somebody was stays what it was; what is still to come is new to them as well.
  const copies = {
    change,
    ...(tell.kind === 'postponed' ? WITHOUT_DATE : goesOn(training)),
    ...(row.state === 'attended' ? {} : { title, topic, kind, startsAt, place }),
  }
  const offer = row.offer && offerAfter(training, tell, row.offer, calendar, context)
  const notice = noticeOf(training, tell, { ...row, offer }, to, context.now)
  const copied = { ...copies, ...(notice && relayOf(notice, context.now)) }
  if (tell.kind === 'cancelled' || tell.kind === 'finished')
    await close(transaction, training, row, copied, context)
  else {
    const asks = tell.kind === 'changed' && (row.state === 'enrolled' || row.state === 'pending')
    const changes = {
      ...copied,
      ...(asks ? { needsConfirm: true } : {}),
      // With a new time it is on again.
      ...(tell.kind === 'changed' ? { off: command.remove() } : {}),
      ...(tell.kind === 'postponed' ? { off: { as: 'postponed', reason: tell.reason } } : {}),
      ...(offer ? { offer } : {}),
    }
    await transaction.update('enrolments', rowId, removed(changes))
    if (offer?.until && offer.until !== row.offer?.until)
      await transaction.update('offers', offer.id, { until: offer.until } satisfies Partial<OfferDocument>)
  }
  if (notice) await notify(transaction, context, notice)
}

/** What an open offer becomes: without a date of the class it has no deadline, and with a new date another. */
function offerAfter(
  training: TrainingClass,
  { kind }: Tell,
  offer: NonNullable<EnrolmentDocument['offer']>,
  calendar: Calendar,
  { now }: JobContext,
): EnrolmentDocument['offer'] {
  if (kind === 'postponed') return { id: offer.id }
  return kind === 'changed'
    ? { id: offer.id, until: untilAfterChange(training, offer, calendar, now) }
    : offer
}

/** Frees somebody of a class that is called off; of one that is over, notes who was not seen, and ends what was open. */
async function close(
  transaction: Transaction,
  training: TrainingClass,
  row: EnrolmentDocument,
  copied: Record<string, unknown>,
  { now }: JobContext,
): Promise<void> {
  const at = now.toISOString()
  const cancelled = training.tell?.kind === 'cancelled'
  // Nothing of it comes any more, also where the last session was to take longer.
  const over = { ...copied, endsAt: [training.endsAt, at].sort()[0] }
  // Their seat was used, even if they did not come.
  if (!cancelled && row.state === 'enrolled')
    return transaction.update(
      'enrolments',
      row._id,
      removed({ ...over, state: 'absent', needsConfirm: false }),
    )
  const moved = leaveMove(seatsOf(training, now), standingOf(row), cancelled ? 'cancelled' : 'lapsed')
  // Who came has been there, whatever becomes of the rest.
  if (typeof moved === 'string') return transaction.update('enrolments', row._id, removed(over))
  await writeClass(transaction, training, moved)
  await writeRow(transaction, row, moved, at, {
    ...copied,
    needsConfirm: false,
    cancelledAt: at,
    reason: cancelled ? `班取消了：${training.reason ?? ''}` : '班已经结束',
    ...(cancelled ? { off: { as: 'cancelled', reason: training.reason ?? '' } } : {}),
  })
  if (row.offer)
    await transaction.update('offers', row.offer.id, {
      outcome: 'withdrawn',
      closedAt: at,
    } satisfies Partial<OfferDocument>)
}
