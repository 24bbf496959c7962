import { idsOf } from '../../platform/context'
import { collection, command, oneOf, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import type { EnrolmentDocument } from './documents'
import { presentEnrolment, SEATED } from './present'

/** What one was in; one that was left, or never came about, is not of the record. */
const BEHIND = { state: command.in(['enrolled', 'pending', 'attended', 'absent']) }
/** A seat until the last session is over; until the first begins also a place in line (put off, it has not), or what one lost without wanting it. */
const coming = (now: string) =>
  command.or([
    { state: command.in([...SEATED, 'attended']) },
    { startsAt: command.gt(now), state: command.in(['waiting', 'offered', 'refused', 'lapsed']) },
    { 'off.as': 'postponed', state: command.in(['waiting', 'offered']) },
    { startsAt: command.gt(now), state: 'cancelled', 'off.as': 'cancelled' },
  ])

/** Two round trips at most: the rows, and the places of those who wait. */
export const myEnrolments: Handler<'training.myEnrolments'> = async ({ when, cursor }, { subject, now }) => {
  const [order, beyond, edge] =
    when === 'coming'
      ? (['asc', command.gt, command.gt] as const)
      : (['desc', command.lt, command.lte] as const)
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const base = {
    personId: oneOf(idsOf(subject)),
    endsAt: edge(now.toISOString()),
  }
  const where = command.and([
    base,
    when === 'coming' ? coming(now.toISOString()) : BEHIND,
    ...(after
      ? [command.or([{ endsAt: beyond(after.value) }, { endsAt: after.value, _id: beyond(after.id) }])]
      : []),
  ])
  const query = collection('enrolments').where(where).orderBy('endsAt', order).orderBy('_id', order)
  const found = page(await rows<EnrolmentDocument>(query.limit(PAGE + 1)), PAGE, (row) => ({
    value: row.endsAt,
    id: row._id,
  }))
  const places = await placesOf(found.rows.filter(({ state }) => state === 'waiting'))
  const enrolments = found.rows.map((row) => presentEnrolment(row, now, places.get(row._id)))
  // Of a class that goes on for weeks the next session may be before the end of another.
  if (when === 'coming') enrolments.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  return { enrolments, next: found.next }
}

/** Places in line, from 1, by enrolment: everybody whose key is smaller stands before. One round trip. */
async function placesOf(waiting: EnrolmentDocument[]): Promise<Map<string, number>> {
  if (waiting.length === 0) return new Map()
  const before = waiting.map(({ classId, line = '' }) => ({
    classId,
    state: 'waiting',
    line: command.lt(line),
  }))
  const { list } = (await collection('enrolments')
    .aggregate()
    .match(command.or(before))
    .group({ _id: '$classId', count: command.aggregate.sum(1) })
    .limit(waiting.length)
    .end()) as unknown as { list: { _id: string; count: number }[] }
  const counts = new Map(list.map(({ _id, count }) => [_id, count]))
  return new Map(waiting.map(({ _id, classId }) => [_id, (counts.get(classId) ?? 0) + 1]))
}
