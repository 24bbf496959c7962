import { WAITLIST_RULE_WORDS } from '../../../contract/training/words'
import { actedBy, type KnownContext, type Subject } from '../../platform/context'
import type { Transaction } from '../../platform/database'
import { Refused } from '../../platform/refusal'
import { notify } from '../notification/notify'
import { goesOn } from './dates'
import { type EnrolmentDocument, enrolmentId, type TrainingClass, type Turn } from './documents'
import { look } from './look'
import { type Asked, inLine, type Result, refusalFor } from './may-enrol'
import { enrolMove, type Moved, seatObstacle } from './moves'
import { noSeat } from './refuse'
import { waitingBefore } from './seats'
import { movedRow, seatsOf, standingOf } from './standing'
import { enrolledNotice, waitingNotice } from './tell'
import { relayOf } from './tell-others/relay'
import { writeClass } from './write'

/**
 * Takes the seat, or the place in line, within a transaction: looks again (see look.ts for why beside it), then writes
 * the class, the row, and the turn where classes of a kind exclude each other. Five round trips.
 */
export async function takeSeat(
  transaction: Transaction,
  asked: Asked,
  subject: Subject,
  context: KnownContext,
): Promise<Result> {
  const { now } = context
  const looked = await look(asked.classId, subject, now)
  if (!looked) throw new Refused('NOT_FOUND')
  const refusal = refusalFor(looked, asked, context)
  if (refusal) throw refusal
  const { training, mine, claim } = looked
  const seats = seatsOf(training, now)
  const moved = enrolMove(seats, standingOf(mine), claim!, { ...training, wait: asked.wait ?? false })
  if (typeof moved === 'string') throw new Refused(moved)
  // The counters before anything else: rivals collide here, and the sooner the fewer, with the less work undone.
  await writeClass(transaction, training, moved)
  const at = now.toISOString()
  const _id = enrolmentId(training._id, subject.id)
  const to = { id: subject.id, openid: subject.openid, village: subject.village }
  const { state } = moved.standing
  const seated = state === 'enrolled' || state === 'pending'
  const notice = seated ? enrolledNotice(training, to, state === 'pending', now) : undefined
  await transaction.set<EnrolmentDocument>('enrolments', {
    ...freshRow(training, subject, moved, context),
    answers: asked.answers,
    ...(notice && relayOf(notice, now)),
  })
  if (training.onceInYears)
    await transaction.set<Turn>('turns', { _id: `${subject.id}:${training.kind}`, at })
  if (seated && notice) {
    await notify(transaction, context, notice)
    return { personId: subject.id, name: subject.name, enrolled: true, enrolmentId: _id, state }
  }
  const place = waitingBefore(seats, claim!) + 1
  const words = WAITLIST_RULE_WORDS[training.waitlist]
  await notify(transaction, context, waitingNotice(training, { id: subject.id }, place, words, now))
  const obstacle = noSeat(seatObstacle(seats, claim!) ?? 'CLASS_FULL', seats)
  return inLine(subject, obstacle, place, training.waitlist)
}

/** The row of somebody who has just got a seat, or a place in line. */
export function freshRow(
  training: TrainingClass,
  subject: Subject,
  moved: Moved,
  context: KnownContext,
): EnrolmentDocument {
  const at = context.now.toISOString()
  return {
    _id: enrolmentId(training._id, subject.id),
    classId: training._id,
    personId: subject.id,
    personName: subject.name,
    village: subject.village!,
    villageName: subject.villageName,
    ...movedRow(moved, subject.id, at),
    enrolledAt: at,
    needsConfirm: false,
    change: training.change,
    reminded: training.reminded,
    by: actedBy(context, subject),
    title: training.title,
    topic: training.topic,
    kind: training.kind,
    startsAt: training.startsAt,
    place: training.place,
    ...goesOn(training),
  }
}
