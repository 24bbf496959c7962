import { aboutPerson } from '../../../platform/audit'
import { actedBy } from '../../../platform/context'
import type { Handler } from '../../../platform/dispatch'
import { Refused } from '../../../platform/refusal'
import { aboutClass } from '../change-class'
import type { CheckIn } from '../documents'
import { judge } from './codes'
import { rowIn } from './row'
import { hasSeat, stated } from './rules'
import { requireToday, sessionOf } from './sessions'

/** Six round trips, five where it changes nothing. */
export const checkIn: Handler<'training.checkIn'> = async ({ classId, session, code }, context) => {
  const { subject, now, configuration, once } = context
  const about: ReturnType<typeof aboutClass>[] = []
  return once(
    async (transaction) => {
      const { training, row } = await rowIn(classId, subject.id)
      if (!training || training.state === 'draft') throw new Refused('NOT_FOUND')
      const meeting = sessionOf(training, session)
      requireToday(training, meeting, now)
      const verdict = judge(code, { classId, session }, now, configuration)
      if (verdict === 'invented' || verdict === 'early') throw new Refused('CHECK_IN_CODE_WRONG')
      if (verdict === 'otherDay') throw new Refused('CHECK_IN_CODE_OLD')
      if (!row || !hasSeat(row)) throw new Refused('NO_SEAT_HERE', '您没有报这个班。请找老师现场补报。')
      if (row.state === 'pending') throw new Refused('NOT_APPROVED_YET')
      about.splice(0, about.length, aboutClass(training), aboutPerson(subject))
      const statement: CheckIn = {
        is: verdict === 'good' ? 'present' : 'toConfirm',
        how: 'code',
        at: now.toISOString(),
        got: now.toISOString(),
        rank: verdict === 'good' ? 2 : 0,
        entry: context.requestId,
        by: actedBy(context, subject),
      }
      const changes = stated(row, session, statement, false)
      if (changes) await transaction.update('enrolments', row._id, { ...changes })
      const stands = (changes ?? row).checkIns?.[session] ?? statement
      return { classId, session, title: training.title, name: subject.name, state: stands.is, at: stands.at }
    },
    undefined,
    { about },
  )
}
