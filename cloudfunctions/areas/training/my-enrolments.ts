import { idsOf } from '../../platform/context'
import { collection, command, oneOf, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import type { EnrolmentDocument } from './documents'
import { presentEnrolment } from './present'

/** One round trip. Coming: still enrolled, soonest first. Past: whatever became of it, latest first. */
export const myEnrolments: Handler<'training.myEnrolments'> = async ({ when, cursor }, { subject, now }) => {
  const [order, beyond, edge] =
    when === 'coming'
      ? (['asc', command.gt, command.gt] as const)
      : (['desc', command.lt, command.lte] as const)
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const base = {
    personId: oneOf(idsOf(subject)),
    startsAt: edge(now.toISOString()),
    state: when === 'coming' ? 'enrolled' : command.neq('cancelled'),
  }
  const where = after
    ? command.and([
        base,
        command.or([{ startsAt: beyond(after.value) }, { startsAt: after.value, _id: beyond(after.id) }]),
      ])
    : base
  const query = collection('enrolments').where(where).orderBy('startsAt', order).orderBy('_id', order)
  const found = page(await rows<EnrolmentDocument>(query.limit(PAGE + 1)), PAGE, (row) => ({
    value: row.startsAt,
    id: row._id,
  }))
  return { enrolments: found.rows.map(presentEnrolment), next: found.next }
}
