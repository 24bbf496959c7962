import { recordLook } from '../../../platform/audit'
import { collection, command, oneOf, read, rows } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { fromCursor, page } from '../../../platform/paging'
import { Refused } from '../../../platform/refusal'
import { aboutClass } from '../change-class'
import type { EnrolmentDocument, TrainingClass } from '../documents'
import { personCode } from './codes'
import { type Recorder, recorderOf } from './recorder'
import { SEATS } from './rules'
import { sessionOf } from './sessions'

const ROWS = 99

/** Three round trips: the class; a page of its people; and that somebody looked. */
export const attendanceSheet: Handler<'training.attendanceSheet'> = async (
  { classId, session, cursor },
  context,
) => {
  const { account, now, configuration } = context
  const training = await read<TrainingClass>('classes', classId)
  const recorder = recorderOf(account, training)
  if (!training || !recorder) throw new Refused('NOT_FOUND')
  sessionOf(training, session)
  const [found] = await Promise.all([
    find(training, recorder, cursor),
    recordLook(context, aboutClass(training)),
  ])
  const shown = page(found, ROWS, ({ personId }) => ({ value: personId, id: '' }))
  return {
    title: training.title,
    now: now.toISOString(),
    sessions: training.sessions.map(({ id, startsAt, endsAt, place }) => ({ id, startsAt, endsAt, place })),
    seats: training.seats,
    seated: training.taken,
    people: shown.rows.map((row) => ({
      personId: row.personId,
      name: row.personName,
      villageName: row.villageName ?? '',
      standing: row.state,
      code: personCode(classId, row.personId, configuration),
      checkIn: presentCheckIn(row.checkIns?.[session]),
    })),
    next: shown.next,
  }
}

const presentCheckIn = (kept: NonNullable<EnrolmentDocument['checkIns']>[string] | undefined) =>
  kept && { state: kept.is, how: kept.how, at: kept.at, by: kept.by?.name }

/** By the person, within their village where only some are asked for: a page is one range of one index, however deep. */
function find(
  { _id: classId }: TrainingClass,
  { villages }: Recorder,
  cursor: string | undefined,
): Promise<EnrolmentDocument[]> {
  const after = cursor === undefined ? '' : fromCursor(cursor).value
  const query = collection('enrolments')
    .where({
      classId,
      ...(villages ? { village: oneOf(villages) } : {}),
      personId: command.gt(after),
      state: command.in([...SEATS]),
    })
    .orderBy('personId', 'asc')
  return rows<EnrolmentDocument>(query.limit(ROWS + 1))
}
