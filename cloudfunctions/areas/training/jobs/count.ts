import { collection, command, rows } from '../../../platform/database'
import type { Household, Person } from '../../registry/documents'
import { followAttendance } from '../certificate/follow'
import type { HouseholdKind, Tally } from '../count/documents'
import { concerns, count, emptyTally } from '../count/tally'
import type { EnrolmentDocument } from '../documents'
import { removed } from '../write'
import { type JobContext, ROWS, step } from './context'

/** Batches of rows in one run; what is left is the next run's, a minute later. */
const BATCHES = 5
/** Rows of one transaction. */
const TOGETHER = 50

/**
 * Counts attendances into the tallies, and takes out those that were taken back: tally and rows in one transaction, so that
 * a run that dies leaves every row either counted or waiting.
 */
export async function countAttendances(context: JobContext): Promise<{ counted: number }> {
  let counted = 0
  for (let n = 0; n < BATCHES; n++) {
    const waiting = await rows<EnrolmentDocument>(
      collection('enrolments').where({ toCount: true }).limit(ROWS),
    )
    if (waiting.length === 0) break
    // Before they are counted: whoever dies in between looks at them again.
    await followAttendance(waiting, context)
    const kindOf = await kindsOf(waiting.map(({ personId }) => personId))
    for (const [tally, ids] of groups(waiting)) counted += await countSome(tally, ids, kindOf)
    if (waiting.length < ROWS) break
  }
  return { counted }
}

/** Rows that concern the same tally, a transaction's worth each; '' for those about which nothing is to be done. */
function groups(waiting: readonly EnrolmentDocument[]): [tallyId: string, rowIds: string[]][] {
  const byTally = new Map<string, string[]>()
  for (const row of waiting) {
    const tally = concerns(row) ?? ''
    byTally.set(tally, [...(byTally.get(tally) ?? []), row._id])
  }
  return [...byTally].flatMap(([tally, ids]) =>
    Array.from({ length: Math.ceil(ids.length / TOGETHER) }, (_, n): [string, string[]] => [
      tally,
      ids.slice(n * TOGETHER, (n + 1) * TOGETHER),
    ]),
  )
}

/**
 * The rows are read beside the transaction, after its first step: one that has changed since is refused when it is written.
 * Those that concern another tally by now wait for the next run.
 */
const countSome = (
  tallyId: string,
  ids: string[],
  kindOf: (personId: string) => HouseholdKind,
): Promise<number> =>
  step(async (transaction) => {
    let tally = await transaction.get<Tally>('tallies', tallyId === '' ? 'none' : tallyId)
    const query = collection('enrolments').where({ _id: command.in(ids), toCount: true })
    const changes = new Map<string, object>()
    for (const row of await rows<EnrolmentDocument>(query.limit(ids.length))) {
      const about = concerns(row)
      if (about === undefined) changes.set(row._id, { toCount: undefined })
      else if (about === tallyId) {
        const done = count(tally ?? emptyTally(row), row, kindOf(row.personId))
        tally = done.tally
        changes.set(row._id, done.row)
      }
    }
    if (tally) await transaction.set<Tally>('tallies', tally)
    for (const [_id, change] of changes) await transaction.update('enrolments', _id, removed({ ...change }))
    return changes.size
  })

/** Whether somebody's household is in the scheme now: what is counted stays what it was when it was counted. Two round trips. */
async function kindsOf(personIds: readonly string[]): Promise<(personId: string) => HouseholdKind> {
  const people = await byId<Person>('people', personIds)
  const households = await byId<Household>(
    'households',
    [...people.values()].flatMap(({ householdId }) => householdId ?? []),
  )
  return (personId) => {
    const household = people.get(personId)?.householdId
    return household !== undefined && households.get(household)?.assisted ? 'assisted' : 'other'
  }
}

async function byId<T extends { _id: string }>(
  name: 'people' | 'households',
  ids: readonly string[],
): Promise<Map<string, T>> {
  const distinct = [...new Set(ids)]
  if (distinct.length === 0) return new Map()
  const query = collection(name)
    .where({ _id: command.in(distinct) })
    .limit(distinct.length)
  return new Map((await rows<T>(query)).map((each) => [each._id, each]))
}
