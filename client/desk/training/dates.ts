import { dayOf } from '../../../contract/time'
import type { Moment, PlanForm, SessionForm } from './form'

const DAY = 24 * 3_600_000
/** A day so many days later; a day that was not chosen stays so. */
export const dayLater = (day: string, by: number): string =>
  day === '' ? '' : dayOf(Date.parse(`${day}T12:00:00+08:00`) + by * DAY)

export type Dates = Pick<PlanForm, 'sessions' | 'signUpCloses' | 'cancelCloses' | 'release'>

/** All of a class's days moved together: what was copied from last year seldom falls on the right week. */
export const moved = ({ sessions, signUpCloses, cancelCloses, release }: Dates, by: number): Dates => {
  const later = (moment: Moment): Moment => ({ ...moment, day: dayLater(moment.day, by) })
  return {
    sessions: sessions.map((session) => ({ ...session, day: dayLater(session.day, by) })),
    signUpCloses: later(signUpCloses),
    cancelCloses: later(cancelCloses),
    release: later(release),
  }
}

/** A further meeting: the day after the last, at the same time and place. */
export function nextSession(sessions: readonly SessionForm[]): SessionForm {
  const last = sessions.at(-1)
  if (!last) return { day: '', from: '09:00', until: '17:00', place: '' }
  const { id: _, ...same } = last
  return { ...same, day: dayLater(last.day, 1) }
}

/** Sign-up usually closes two days before, cancelling one day before, both in the evening. */
export function usualDeadlines(
  sessions: readonly SessionForm[],
): Pick<PlanForm, 'signUpCloses' | 'cancelCloses'> | undefined {
  const [first] = sessions
    .map(({ day }) => day)
    .filter(Boolean)
    .sort()
  if (!first) return undefined
  return {
    signUpCloses: { day: dayLater(first, -2), time: '18:00' },
    cancelCloses: { day: dayLater(first, -1), time: '18:00' },
  }
}
