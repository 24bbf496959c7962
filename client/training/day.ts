import type { Me } from '../../contract/identity'
import { dayOf } from '../../contract/time'
import type { ClassDetail } from '../../contract/training'
import { has } from '../roles'

type Session = ClassDetail['sessions'][number]

/** The session of today, else the next one, else the last. */
export function sessionNow(sessions: readonly Session[], now: number): Session | undefined {
  const today = dayOf(now)
  return (
    sessions.find(({ startsAt, endsAt }) => dayOf(startsAt) <= today && today <= dayOf(endsAt)) ??
    sessions.find(({ startsAt }) => dayOf(startsAt) > today) ??
    sessions[sessions.length - 1]
  )
}

export interface DayLinks {
  /** My own code, and scanning the teacher's. */
  mine: boolean
  /** The teacher's screen. */
  code: boolean
  /** The list that is ticked. */
  list: boolean
}

/** What of the day of a class is for whom: who has a seat, who teaches or plans, an informant. The server decides. */
export function dayLinksOf(
  training: Pick<ClassDetail, 'sessions' | 'phase' | 'mine' | 'teachers'>,
  me: Pick<Me, 'roles' | 'person'> | undefined,
  acting: boolean,
  now: number,
): DayLinks {
  const { phase, mine, teachers } = training
  const session = sessionNow(training.sessions, now)
  const takesPlace = phase !== 'draft' && phase !== 'postponed' && phase !== 'cancelled'
  if (!session || !takesPlace) return { mine: false, code: false, list: false }
  const begun = dayOf(session.startsAt) <= dayOf(now)
  const today = begun && dayOf(now) <= dayOf(session.endsAt)
  const seated = mine?.state === 'enrolled' || mine?.state === 'attended'
  const runs =
    !acting &&
    (has(me, 'bureau') || (has(me, 'expert') && teachers.some(({ name }) => name === me?.person?.name)))
  return {
    mine: seated && (today || !begun),
    code: runs && today,
    list: begun && (runs || (!acting && has(me, 'informant'))),
  }
}
