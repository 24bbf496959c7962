import { recordLook } from '../../platform/audit'
import { collection, command, read, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, page } from '../../platform/paging'
import { Refused } from '../../platform/refusal'
import { aboutClass } from './change-class'
import { countsOf } from './desk'
import type { EnrolmentDocument, TrainingClass } from './documents'
import { mayPlan } from './may-plan'
import { phaseOf } from './rules'
import { draw } from './seats'
import { seatsOf } from './standing'
import { whyWords } from './why'

const ROWS = 60

/** Three round trips: the class, a page of its rows, and the record that somebody looked. */
export const roster: Handler<'training.roster'> = async (
  { classId, state, unconfirmed, cursor },
  context,
) => {
  const training = await read<TrainingClass>('classes', classId)
  if (!training || !mayPlan(context.account, training)) throw new Refused('NOT_FOUND')
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  // Only who waits has a place in line, and each their own: so the next page is one range of one index, however deep.
  const following =
    state === 'waiting'
      ? { line: command.gt(after?.value ?? '') }
      : { line: '', _id: command.gt(after?.id ?? '') }
  const query = collection('enrolments')
    .where({ classId, state, ...(unconfirmed ? { needsConfirm: true } : {}), ...following })
    .orderBy('line', 'asc')
    .orderBy('_id', 'asc')
  const [found] = await Promise.all([
    rows<EnrolmentDocument>(query.limit(ROWS + 1)),
    recordLook(context, aboutClass(training)),
  ])
  const shown = page(found, ROWS, ({ line = '', _id }) => ({ value: line, id: _id }))
  const seats = seatsOf(training, context.now)
  return {
    title: training.title,
    phase: phaseOf(training, context.now),
    questions: training.questions,
    counts: countsOf(training),
    people: shown.rows.map((row) => {
      const why = row.claim && state === 'waiting' ? draw(seats, row.claim) : undefined
      return {
        personId: row.personId,
        name: row.personName,
        villageName: row.villageName ?? '',
        state: row.state,
        enrolledAt: row.enrolledAt,
        by: row.by?.name,
        answers: row.answers ?? [],
        needsConfirm: row.needsConfirm ?? false,
        offerUntil: row.offer?.until,
        reason: typeof why === 'string' ? whyWords[why] : row.reason,
      }
    }),
    next: shown.next,
  }
}
