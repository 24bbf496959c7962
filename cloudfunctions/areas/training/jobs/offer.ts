import { collection, command, read, rows } from '../../../platform/database'
import { loadCalendar } from '../../calendar/load'
import type { Calendar } from '../../calendar/rules'
import { notify } from '../../notification/notify'
import { type Choice, chooseNext, type InLine } from '../choose'
import type { EnrolmentDocument, OfferDocument, TrainingClass } from '../documents'
import { offerMove } from '../moves'
import { offerUntil } from '../offer-time'
import { seatsOf, standingOf } from '../standing'
import { offerNotice } from '../tell'
import { relayOf } from '../tell-others/relay'
import { whyWords } from '../why'
import { writeClass, writeRow } from '../write'
import { CLASSES, type JobContext, ROWS, recipientsOf, step } from './context'

/** Offers of one class in one run. */
const OFFERS = 100
/** Who is named as passed over, in the trail of an offer. */
const PASSED = 20

/** Offers what is free to those in line, class by class, until nobody in line can use anything. One transaction each. */
export async function offerSeats(context: JobContext): Promise<{ offered: number }> {
  const waiting = await rows<TrainingClass>(collection('classes').where({ toOffer: true }).limit(CLASSES))
  if (waiting.length === 0) return { offered: 0 }
  const calendar = await loadCalendar(context.now)
  let offered = 0
  for (const { _id } of waiting)
    for (let n = 0; n < OFFERS; n++) {
      const outcome = await offerNext(_id, calendar, context)
      if (outcome === 'offered') offered++
      if (outcome === 'nobody') break
    }
  return { offered }
}

type Waiting = InLine & { row: EnrolmentDocument }

/** One offer. `moved`: the class has changed since it was looked at, so look again. */
async function offerNext(
  classId: string,
  calendar: Calendar,
  context: JobContext,
): Promise<'offered' | 'nobody' | 'moved'> {
  const seen = await read<TrainingClass>('classes', classId)
  if (!seen?.toOffer) return 'nobody'
  const over =
    (seen.state !== 'published' && seen.state !== 'closed') || context.now.toISOString() >= seen.startsAt
  const line = over ? [] : await lineOf(classId)
  const { choice, freed } = chooseNext(seatsOf(seen, context.now), line)
  if (!choice) return stopOffering(seen)
  const recipient = await recipientsOf([choice.to.row.personId])
  return step(async (transaction) => {
    const training = await transaction.get<TrainingClass>('classes', classId)
    const row = await transaction.get<EnrolmentDocument>('enrolments', choice.to.id)
    // The choice is of the line as it was: any move of it makes it void.
    if (!training || !row || training.moves !== seen.moves || !training.toOffer) return 'moved'
    const moved = offerMove({ ...seatsOf(training, context.now), freed }, standingOf(row))
    if (typeof moved === 'string') return 'moved'
    const offer = offerOf(training, choice, calendar, context.now)
    await writeClass(transaction, training, moved)
    const open = { id: offer._id, until: offer.until }
    const notice = offerNotice(training, recipient(row.personId), open, context.now)
    await writeRow(transaction, row, moved, offer.at, { offer: open, ...relayOf(notice, context.now) })
    await transaction.set<OfferDocument>('offers', offer)
    await notify(transaction, context, notice)
    return 'offered'
  })
}

/** Nothing to offer: until something is free again. */
const stopOffering = (seen: TrainingClass) =>
  step(async (transaction) => {
    const training = await transaction.get<TrainingClass>('classes', seen._id)
    if (!training || training.moves !== seen.moves) return 'moved' as const
    await transaction.update('classes', seen._id, { toOffer: false, freed: [] })
    return 'nobody' as const
  })

/** Everybody in line, in its order, however many. */
async function lineOf(classId: string): Promise<Waiting[]> {
  const found: EnrolmentDocument[] = []
  for (let after = ''; ; ) {
    const page = await rows<EnrolmentDocument>(
      collection('enrolments')
        .where({ classId, state: 'waiting', line: command.gt(after) })
        .orderBy('line', 'asc')
        .limit(ROWS),
    )
    found.push(...page)
    if (page.length < ROWS) break
    after = page.at(-1)?.line ?? ''
  }
  return found.flatMap((row) => (row.claim ? [{ id: row._id, claim: row.claim, row }] : []))
}

function offerOf(
  training: TrainingClass,
  { to, because, passed }: Choice<Waiting>,
  calendar: Calendar,
  now: Date,
): OfferDocument {
  const at = now.toISOString()
  return {
    _id: `${training._id}:${training.moves}`,
    classId: training._id,
    personId: to.row.personId,
    name: to.row.personName,
    villageName: to.row.villageName ?? '',
    at,
    until: offerUntil(training, now, calendar),
    because,
    passed: passed.slice(0, PASSED).map(({ who, why }) => ({
      personId: who.row.personId,
      name: who.row.personName,
      why: whyWords[why],
    })),
  }
}
