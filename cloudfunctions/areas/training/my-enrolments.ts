import { idsOf } from '../../platform/context'
import { collection, command, oneOf, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import type { EnrolmentDocument } from './documents'
import { LIVE, presentEnrolment } from './present'

/** What one was in; one that was left, or never came about, is not of the record. */
const BEHIND = ['enrolled', 'pending', 'attended', 'absent']

/** One round trip. Coming: a seat, or a place in line, soonest first. Past: what one was in, latest first. */
export const myEnrolments: Handler<'training.myEnrolments'> = async ({ when, cursor }, { subject, now }) => {
  const [order, beyond, edge] =
    when === 'coming'
      ? (['asc', command.gt, command.gt] as const)
      : (['desc', command.lt, command.lte] as const)
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const base = {
    personId: oneOf(idsOf(subject)),
    startsAt: edge(now.toISOString()),
    state: command.in(when === 'coming' ? [...LIVE] : [...BEHIND]),
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
