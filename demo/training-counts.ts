import type { Household, Person } from '../cloudfunctions/areas/registry/documents'
import { type Tally, type Target, targetId } from '../cloudfunctions/areas/training/count/documents'
import { count, emptyTally, tallyIdOf } from '../cloudfunctions/areas/training/count/tally'
import type { EnrolmentDocument } from '../cloudfunctions/areas/training/documents'
import { COUNTY } from './people'

/** What the county means to reach in a year. */
const TARGET = 6000

/** Every attendance counted, as jobs would have done since; and the year's target. */
export function countTraining(
  rows: readonly EnrolmentDocument[],
  villagers: readonly Person[],
  households: readonly Household[],
  year: number,
): { enrolments: EnrolmentDocument[]; tallies: (Tally | Target)[] } {
  const assisted = new Set(households.flatMap((each) => (each.assisted ? [each._id] : [])))
  const of = new Map(villagers.map(({ _id, householdId }) => [_id, householdId ?? '']))
  const tallies = new Map<string, Tally>()
  const enrolments = rows.map((row): EnrolmentDocument => {
    if (row.state !== 'attended') return row
    const kind = assisted.has(of.get(row.personId) ?? '') ? 'assisted' : 'other'
    const done = count(tallies.get(tallyIdOf(row)) ?? emptyTally(row), row, kind)
    tallies.set(done.tally._id, done.tally)
    const { toCount: _, ...counted } = done.row
    return { ...row, ...counted }
  })
  const target: Target = {
    _id: targetId(COUNTY, year),
    county: COUNTY,
    year,
    region: COUNTY,
    attendances: TARGET,
  }
  return { enrolments, tallies: [...tallies.values(), target] }
}
