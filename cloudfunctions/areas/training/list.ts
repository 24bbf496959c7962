import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import { type EnrolmentDocument, enrolmentId, type TrainingClass } from './documents'
import { claimOf } from './eligible'
import { lookAt } from './look'
import { presentClass } from './present'
import { regionsOf } from './regions'

/** Three round trips: the classes; who I am to them, and which of them I am in. */
export const list: Handler<'training.list'> = async (input, { subject, now }) => {
  const after = input.cursor === undefined ? undefined : fromCursor(input.cursor)
  const base = {
    state: 'published',
    startsAt: command.gt(now.toISOString()),
    ...(input.topic ? { topic: input.topic } : {}),
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
  if (!subject || found.rows.length === 0)
    return { classes: found.rows.map((row) => presentClass(row, subject, {}, now)), next: found.next }
  const [mine, { who, history }] = await Promise.all([
    enrolmentsIn(subject.id, found.rows),
    lookAt(subject, now),
  ])
  return {
    classes: found.rows.map((row) =>
      presentClass(row, subject, { mine: mine.get(row._id), claim: claimOf(row, who, history) }, now),
    ),
    next: found.next,
  }
}

async function enrolmentsIn(
  personId: string,
  classes: TrainingClass[],
): Promise<Map<string, EnrolmentDocument>> {
  const ids = classes.map((training) => enrolmentId(training._id, personId))
  const query = collection('enrolments')
    .where({ _id: command.in(ids) })
    .limit(ids.length)
  return new Map((await rows<EnrolmentDocument>(query)).map((row) => [row.classId, row]))
}
