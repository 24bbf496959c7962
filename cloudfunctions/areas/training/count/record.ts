import { beijing, dayOf } from '../../../../contract/time'
import { aboutPerson, recordLook } from '../../../platform/audit'
import {
  holdsOver,
  idsOf,
  type KnownContext,
  mayActFor,
  ownIds,
  subjectOfPerson,
} from '../../../platform/context'
import { collection, command, oneOf, read, rows } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { Refused } from '../../../platform/refusal'
import type { Person } from '../../registry/documents'
import { homeOf } from '../../registry/scope'
import type { EnrolmentDocument } from '../documents'

/** More classes than anybody attends. */
const CLASSES = 300

/** One round trip for oneself; for others three: who they are, their classes, and the record that somebody looked. */
export const record: Handler<'training.record'> = async ({ personId }, context) => {
  const subject = await whoseOf(personId, context)
  const own = ownIds(context.account).includes(subject.id)
  const [found] = await Promise.all([
    classesOf(idsOf(subject)),
    own ? undefined : recordLook(context, aboutPerson(subject)),
  ])
  const years = new Map<number, number>()
  for (const { state, startsAt } of found) {
    const year = beijing(startsAt).year()
    if (state === 'attended') years.set(year, (years.get(year) ?? 0) + 1)
  }
  return {
    personId: subject.id,
    name: subject.name,
    years: [...years].map(([year, attended]) => ({ year, attended })),
    classes: found.map((row) => ({
      classId: row.classId,
      title: row.title,
      topic: row.topic,
      kind: row.kind,
      day: dayOf(row.startsAt),
      place: row.place,
      attended: row.state === 'attended',
      sessions: row.present?.length,
      certificate: row.certificateVoid ? undefined : row.certificate,
    })),
  }
}

async function whoseOf(personId: string | undefined, { account, subject }: KnownContext) {
  if (personId === undefined || personId === subject.id) return subject
  const person = await read<Person>('people', personId)
  if (!person || person.archived) throw new Refused('NOT_FOUND')
  const theirs = subjectOfPerson(person)
  // Somebody out of reach and nobody at all look the same from outside.
  if (!mayActFor(account, theirs) && !holdsOver(account, 'bureau', homeOf(person)))
    throw new Refused('NOT_FOUND')
  return theirs
}

/** Latest first. An aggregate, because it may give more than a query's hundred. */
function classesOf(ids: string[]): Promise<EnrolmentDocument[]> {
  const query = collection('enrolments')
    .aggregate()
    .match({ personId: oneOf(ids), state: command.in(['attended', 'absent']) })
    .sort({ startsAt: -1, _id: -1 })
    .limit(CLASSES)
  return rows<EnrolmentDocument>({
    get: async () => ({ data: ((await query.end()) as unknown as { list: EnrolmentDocument[] }).list }),
  })
}
