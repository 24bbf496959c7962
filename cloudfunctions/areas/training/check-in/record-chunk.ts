import { aboutPerson } from '../../../platform/audit'
import type { KnownContext } from '../../../platform/context'
import { collection, command, rows } from '../../../platform/database'
import { aboutClass } from '../change-class'
import { type EnrolmentDocument, enrolmentId } from '../documents'
import { isPersonCode } from './codes'
import type { Entry, Recording, Result } from './record-attendance'
import { covers } from './recorder'
import { hasSeat, stated } from './rules'
import { notRecorded, statementOf, told } from './statement'
import { walkOut, wasNotThere } from './walk-out'

/**
 * Some ticks and scanned codes, in their order, in one transaction: begin, what was done before, the rows beside it (one that
 * has changed since is refused when it is written), one for each row that changes, remember, commit.
 */
export function recordChunk(
  entries: Entry[],
  part: string,
  { training, session, recorder }: Recording,
  context: KnownContext,
): Promise<Result[]> {
  const about = [aboutClass(training)]
  return context.once(
    async (transaction) => {
      const before = await rowsOf(training._id, entries)
      const after = new Map(before)
      const changed = new Map<string, NonNullable<ReturnType<typeof stated>>>()
      const record = (entry: Entry): Result => {
        const row = after.get(entry.personId)
        // Somebody of another village and nobody at all look the same from outside.
        if (!row || !covers(recorder, row.village)) return notRecorded(entry, '', 'NO_SEAT_HERE')
        const { personId, personName } = row
        if (!hasSeat(row)) return notRecorded(entry, personName, 'NO_SEAT_HERE')
        if (
          entry.how === 'personalCode' &&
          !isPersonCode(entry.code ?? '', training._id, personId, context.configuration)
        )
          return notRecorded(
            entry,
            personName,
            'CHECK_IN_CODE_WRONG',
            '这不是这个人的签到码。请再扫一次，或者点名。',
          )
        const statement = statementOf(entry, recorder, context)
        const changes = stated(row, session, statement, training.state === 'finished')
        if (!changes) return told(entry, personName, row.checkIns?.[session] ?? statement)
        after.set(personId, { ...row, ...changes })
        changed.set(row._id, changes)
        return told(entry, personName, statement)
      }
      const results = entries.map(record)
      const mistaken = [...before.values()].filter((row) => {
        const changes = changed.get(row._id)
        return changes !== undefined && wasNotThere(row, changes)
      })
      const gone = await walkOut(transaction, training._id, mistaken, context.now)
      for (const [_id, changes] of changed)
        await transaction.update('enrolments', _id, { ...changes, ...gone.get(_id) })
      about.splice(
        1,
        about.length,
        ...[...after.values()]
          .filter(({ _id }) => changed.has(_id))
          .map(({ personId, personName, village }) =>
            aboutPerson({ id: personId, name: personName, village }),
          ),
      )
      return results
    },
    part,
    { about },
  )
}

async function rowsOf(classId: string, entries: readonly Entry[]): Promise<Map<string, EnrolmentDocument>> {
  const ids = [...new Set(entries.map(({ personId }) => enrolmentId(classId, personId)))]
  const query = collection('enrolments')
    .where({ _id: command.in(ids) })
    .limit(ids.length)
  return new Map((await rows<EnrolmentDocument>(query)).map((row) => [row.personId, row]))
}
