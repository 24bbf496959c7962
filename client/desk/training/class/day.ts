import { dayOf } from '../../../../contract/time'
import { dayQuery, sessionNow } from '../../../training/day'
import type { Planned } from '../form'

/** The ways to the day of a class, for who plans it: the code on the day itself, the list from that day on. */
export interface Day {
  /** The address's part of both: the class and the session it is about. */
  at: string
  code: boolean
}

/** Nothing before the first day, nor of a class that does not take place. */
export function dayOfClass({ classId, phase, toFinish, plan }: Planned, now: number): Day | undefined {
  if (phase === 'draft' || phase === 'postponed' || phase === 'cancelled') return undefined
  const sessions = plan.sessions.flatMap(({ id, ...session }) => (id ? [{ id, ...session }] : []))
  const session = sessionNow(sessions, now)
  if (!session || dayOf(now) < dayOf(session.startsAt)) return undefined
  // Past its end, but not closed yet, who comes late still checks in; once it is closed no code counts.
  const closed = phase === 'finished' && !toFinish
  return { at: dayQuery(classId, sessions, now), code: !closed && dayOf(now) <= dayOf(session.endsAt) }
}
