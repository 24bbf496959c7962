import type { Me } from '../../contract/identity'
import { dayOf } from '../../contract/time'
import type { ClassDetail } from '../../contract/training'
import { has } from '../roles'

type Session = Pick<ClassDetail['sessions'][number], 'id' | 'startsAt' | 'endsAt'>

const begunBy = ({ startsAt }: Session, day: string): boolean => dayOf(startsAt) <= day
const isOn = (session: Session, day: string): boolean => begunBy(session, day) && day <= dayOf(session.endsAt)

/**
 * The session a teacher means who opens a class: the one that goes on now or begins next today, else the last that has
 * begun, before all of them the first.
 */
export function sessionNow<S extends Session>(sessions: readonly S[], now: number): S | undefined {
  const inTime = sessions.slice().sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  return (
    inTime.find((session) => begunBy(session, dayOf(now)) && Date.parse(session.endsAt) > now) ??
    inTime.filter((session) => begunBy(session, dayOf(now))).pop() ??
    inTime[0]
  )
}

/**
 * The address's part of the code and of the list: the class and the session. Of several sessions on one day the code's
 * screen, which asks the server for nothing else, is told of each: its number, its id and when it begins.
 */
export function dayQuery(classId: string, sessions: readonly Session[], now: number): string {
  const today = sessions.flatMap((session, n) =>
    isOn(session, dayOf(now)) ? [`${n + 1}.${session.id}.${Date.parse(session.startsAt)}`] : [],
  )
  const others = today.length > 1 ? `&today=${today.join('_')}` : ''
  return `id=${classId}&session=${sessionNow(sessions, now)?.id ?? ''}${others}`
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
  const { sessions, phase, mine, teachers } = training
  const takesPlace = phase !== 'draft' && phase !== 'postponed' && phase !== 'cancelled'
  if (!takesPlace) return { mine: false, code: false, list: false }
  const day = dayOf(now)
  const seated = mine?.state === 'enrolled' || mine?.state === 'attended'
  const runs =
    !acting &&
    (has(me, 'bureau') || (has(me, 'expert') && teachers.some(({ name }) => name === me?.person?.name)))
  return {
    mine: seated && sessions.some(({ endsAt }) => day <= dayOf(endsAt)),
    // Closed or only past its end, this page cannot know: the desk's page of the class does.
    code: runs && phase !== 'finished' && sessions.some((session) => isOn(session, day)),
    list: (runs || (!acting && has(me, 'informant'))) && sessions.some((session) => begunBy(session, day)),
  }
}
