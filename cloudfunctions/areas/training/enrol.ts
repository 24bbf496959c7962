import type { Output, Parsed } from '../../../contract'
import { sayTime } from '../../../contract/time'
import { actedBy, type KnownContext, mayActFor, type Subject, subjectOfPerson } from '../../platform/context'
import { collection, command, read, rows, type Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { field } from '../notification/fields'
import { notify } from '../notification/notify'
import type { Person } from '../registry/documents'
import { type EnrolmentDocument, enrolmentId, type TrainingClass } from './documents'
import { enrolmentObstacle, moveSeat } from './rules'

type Result = Output<'training.enrol'>['results'][number]

/** Ten round trips for oneself, three where there is no seat; for several people the same for each, after one read. */
export const enrol: Handler<'training.enrol'> = async (input, context) => {
  if (!input.people) return { results: [await seat(input, context.subject, context)] }
  const ids = [...new Set(input.people)]
  const people = await findPeople(ids)
  const results: Result[] = []
  for (const personId of ids) results.push(await enrolOne(personId, people.get(personId), input, context))
  return { results }
}

async function findPeople(ids: string[]): Promise<Map<string, Person>> {
  const people = await rows<Person>(
    collection('people')
      .where({ _id: command.in(ids) })
      .limit(ids.length),
  )
  return new Map(people.map((person) => [person._id, person]))
}

async function enrolOne(
  personId: string,
  person: Person | undefined,
  input: Parsed<'training.enrol'>,
  context: KnownContext,
): Promise<Result> {
  try {
    // A person of another village, one who was archived and nobody at all look the same from outside.
    if (!person || person.archived || !mayActFor(context.account, { id: personId, village: person.village }))
      throw new Refused('FORBIDDEN')
    return await seat(input, subjectOfPerson(person), context, personId)
  } catch (error) {
    // A refusal that is about the request, not the person, is the whole answer: the client sends it again.
    if (!(error instanceof Refused) || error.code === 'BUSY' || error.code === 'REQUEST_REUSED') throw error
    const name = error.code === 'FORBIDDEN' ? '' : (person?.name ?? '')
    return { personId, name, enrolled: false, error: { code: error.code, message: error.message } }
  }
}

/**
 * Looks before it begins a transaction: when hundreds want the last seats, most learn here that there is none, and do
 * not stand in the way of those who get one.
 */
async function seat(
  { classId }: { classId: string },
  subject: Subject,
  context: KnownContext,
  part?: string,
): Promise<Result> {
  const training = await read<TrainingClass>('classes', classId)
  const obstacle = obstacleFor(training, subject, context)
  if (obstacle) {
    // Who sends again what has succeeded, or holds one of the seats, must not hear that there is none.
    const [earlier, enrolment] = await Promise.all([
      context.answered<Result>(part),
      read<EnrolmentDocument>('enrolments', enrolmentId(classId, subject.id)),
    ])
    if (earlier) return earlier.answer
    throw new Refused(isSeated(enrolment) ? 'ALREADY_ENROLLED' : obstacle)
  }
  return context.once((transaction) => takeSeat(transaction, { classId }, subject, context), part)
}

const obstacleFor = (training: TrainingClass | null, { village }: Subject, { now }: KnownContext) =>
  training ? enrolmentObstacle(training, village, now) : 'NOT_FOUND'

const isSeated = (enrolment: EnrolmentDocument | null) =>
  enrolment !== null && enrolment.state !== 'cancelled'

async function takeSeat(
  transaction: Transaction,
  { classId }: { classId: string },
  subject: Subject,
  context: KnownContext,
): Promise<Result> {
  const training = await transaction.get<TrainingClass>('classes', classId)
  const obstacle = obstacleFor(training, subject, context)
  const _id = enrolmentId(classId, subject.id)
  if (training && subject.village && !obstacle) {
    const { taken, ofVillage } = moveSeat(training, subject.village, 1)
    // The counters before anything else: rivals collide here, and the sooner the fewer, with the less work undone.
    await transaction.update('classes', classId, { taken, [`takenByVillage.${subject.village}`]: ofVillage })
  }
  if (isSeated(await transaction.get('enrolments', _id))) throw new Refused('ALREADY_ENROLLED')
  if (!training || !subject.village || obstacle) throw new Refused(obstacle ?? 'NOT_ELIGIBLE')
  await transaction.set<EnrolmentDocument>('enrolments', {
    _id,
    classId,
    personId: subject.id,
    personName: subject.name,
    village: subject.village,
    state: 'enrolled',
    enrolledAt: context.now.toISOString(),
    by: actedBy(context, subject),
    title: training.title,
    topic: training.topic,
    startsAt: training.startsAt,
    place: training.place,
  })
  await notify(transaction, context, {
    // Enrolling again after a cancellation is another event.
    event: `enrolled:${classId}:${context.now.getTime()}`,
    to: { id: subject.id, openid: subject.openid },
    title: `已报名：${training.title}`,
    text: `${sayTime(training.startsAt, context.now)}，${training.place}。${training.meet}`,
    page: `/training/class/index?id=${classId}`,
    template: {
      kind: 'enrolled',
      values: {
        thing1: field.thing(training.title),
        time2: field.time(training.startsAt),
        thing3: field.thing(training.place),
        thing4: field.thing(training.bring),
      },
    },
  })
  return { personId: subject.id, name: subject.name, enrolled: true, enrolmentId: _id }
}
