import { scopesOf } from '../../platform/context'
import { collection, command, oneOf, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import type { TrainingClass } from './documents'
import { phaseOf } from './rules'
import { waitingIn } from './seats'
import { toDecideIn } from './to-decide'

const STATES = {
  draft: ['draft'],
  open: ['published', 'closed', 'postponed'],
  past: ['finished', 'cancelled'],
} satisfies Record<string, TrainingClass['state'][]>

export const countsOf = (training: TrainingClass) => ({
  seats: training.seats,
  taken: training.taken,
  held: training.held.all,
  waiting: waitingIn(training),
})

/** Two round trips. The scope is in the query: what lies out of it is not read. */
export const desk: Handler<'training.desk'> = async ({ show, cursor }, { account, now }) => {
  const [bureau, teacher] = [scopesOf(account, 'bureau'), scopesOf(account, 'expert')]
  const mine = [
    ...(bureau.length > 0 ? [{ places: oneOf(bureau) }] : []),
    ...(teacher.length > 0 ? [{ 'teachers.expertId': oneOf(teacher) }] : []),
  ]
  if (mine.length === 0) return { classes: [] }
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const conditions: object[] = [
    mine.length === 1 ? mine[0]! : command.or(mine),
    { state: command.in(STATES[show]) },
  ]
  if (after)
    conditions.push(
      command.or([
        { startsAt: command.lt(after.value) },
        { startsAt: after.value, _id: command.lt(after.id) },
      ]),
    )
  const query = collection('classes')
    .where(command.and(conditions))
    .orderBy('startsAt', 'desc')
    .orderBy('_id', 'desc')
  const found = page(await rows<TrainingClass>(query.limit(PAGE + 1)), PAGE, (row) => ({
    value: row.startsAt,
    id: row._id,
  }))
  const toDecide = await toDecideIn(found.rows)
  return {
    classes: found.rows.map((training) => ({
      id: training._id,
      title: training.title,
      topic: training.topic,
      kind: training.kind,
      phase: phaseOf(training, now),
      startsAt: training.startsAt || undefined,
      place: training.place,
      counts: countsOf(training),
      toDecide: toDecide.get(training._id) ?? 0,
      approval: training.approval,
      reason: training.reason,
    })),
    next: found.next,
  }
}
