import { aboutPerson } from '../../../platform/audit'
import { type KnownContext, subjectOfPerson } from '../../../platform/context'
import type { Transaction } from '../../../platform/database'
import { Refused } from '../../../platform/refusal'
import type { Person } from '../../registry/documents'
import { aboutClass } from '../change-class'
import type { EnrolmentDocument, Turn } from '../documents'
import { whoIsNotMeant } from '../eligible'
import { type Looked, look } from '../look'
import { walkInMove } from '../moves'
import { aboutAnother, noSeat, refusedOf } from '../refuse'
import { seatsOf, standingOf } from '../standing'
import { freshRow } from '../take-seat'
import { writeClass } from '../write'
import type { Entry, Recording, Result } from './record-attendance'
import { covers } from './recorder'
import { hasSeat, stated } from './rules'
import { requireRecordable, sessionOf } from './sessions'
import { notRecorded, statementOf, told } from './statement'

/**
 * Somebody who has come without a seat: gets one, by the same counters and rules as who signs up, but for the time of
 * sign-up and the line; and is marked as there, in the same transaction. Eight round trips, nine where classes exclude
 * each other.
 */
export async function walkIn(
  entry: Entry,
  part: string,
  recording: Recording,
  person: Person | undefined,
  context: KnownContext,
): Promise<Result> {
  const { training, recorder } = recording
  if (!person || person.archived || !covers(recorder, person.village))
    return notRecorded(entry, '', 'NOT_FOUND', '登记册里没有这个人。请先登记，或者找村信息员。')
  const subject = subjectOfPerson(person)
  try {
    return await context.once(
      async (transaction) => {
        const looked = await look(training._id, subject, context.now)
        if (!looked?.claim) throw new Refused('NOT_FOUND')
        requireRecordable(looked.training, sessionOf(looked.training, recording.session), context.now)
        return seat(transaction, entry, recording, looked, person, context)
      },
      part,
      { about: [aboutClass(training), aboutPerson(subject)] },
    )
  } catch (error) {
    // A refusal that is about the request, not the person, is the whole answer: the client sends it again.
    if (!(error instanceof Refused) || error.code === 'BUSY' || error.code === 'REQUEST_REUSED') throw error
    return notRecorded(entry, person.name, error.code, error.message)
  }
}

async function seat(
  transaction: Transaction,
  entry: Entry,
  { session, recorder }: Recording,
  { training, who, history, mine, claim }: Looked,
  person: Person,
  context: KnownContext,
): Promise<Result> {
  const finished = training.state === 'finished'
  const statement = statementOf(entry, recorder, context)
  if (mine && hasSeat(mine)) {
    const changes = stated(mine, session, statement, finished)
    if (changes) await transaction.update('enrolments', mine._id, { ...changes })
    return told(entry, person.name, (changes ?? mine).checkIns?.[session] ?? statement)
  }
  const obstacle = whoIsNotMeant(training, who, history)
  if (obstacle) throw refusedOf(aboutAnother(obstacle))
  const moved = walkInMove(seatsOf(training, context.now), standingOf(mine), claim!)
  if (typeof moved === 'string') throw refusedOf(aboutAnother(noSeat(moved, seatsOf(training, context.now))))
  await writeClass(transaction, training, moved)
  const row = freshRow(training, subjectOfPerson(person), moved, context)
  await transaction.set<EnrolmentDocument>('enrolments', {
    ...row,
    ...stated(row, session, statement, finished),
    walkedIn: true,
  })
  if (mine?.offer)
    await transaction.update('offers', mine.offer.id, {
      outcome: 'claimed',
      closedAt: context.now.toISOString(),
    })
  if (training.onceInYears)
    await transaction.set<Turn>('turns', {
      _id: `${person._id}:${training.kind}`,
      at: context.now.toISOString(),
    })
  return told(entry, person.name, statement)
}
