import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import { type EnrolmentDocument, enrolmentId, type TrainingClass } from './documents'
import { presentClass } from './present'
import { regionsOf } from './rules'

/** Two round trips: the classes, and which of them I am in. */
export const list: Handler<'training.list'> = async (input, { subject, now }) => {
  const after = input.cursor === undefined ? undefined : fromCursor(input.cursor)
  const base = {
    state: 'published',
    startsAt: command.gt(now.toISOString()),
    ...(subject?.village ? { 'openTo.code': command.in(regionsOf(subject.village)) } : {}),
  }
  const where = after
    ? command.and([
        base,
        command.or([
          { startsAt: command.gt(after.value) },
          { startsAt: after.value, _id: command.gt(after.id) },
        ]),
      ])
    : base
  const query = collection('classes').where(where).orderBy('startsAt', 'asc').orderBy('_id', 'asc')
  const found = page(await rows<TrainingClass>(query.limit(PAGE + 1)), PAGE, (row) => ({
    value: row.startsAt,
    id: row._id,
  }))
  const mine = subject && found.rows.length > 0 ? await enrolledIn(subject.id, found.rows) : new Set<string>()
  return {
    classes: found.rows.map((row) => presentClass(row, subject, mine.has(row._id), now)),
    next: found.next,
  }
}

async function enrolledIn(personId: string, classes: TrainingClass[]): Promise<Set<string>> {
  const ids = classes.map((training) => enrolmentId(training._id, personId))
  const query = collection('enrolments')
    .where({ _id: command.in(ids), state: 'enrolled' })
    .limit(ids.length)
  return new Set((await rows<EnrolmentDocument>(query)).map((enrolment) => enrolment.classId))
}
