import { dayOf } from '../../contract/time'

/** A session one can choose: which of the class it is, and when it begins. */
export interface Meeting {
  n: number
  id: string
  startsAt: string
}

/** The sessions whose list can be taken: from the day of each on. */
export const meetingsBy = (sessions: readonly { id: string; startsAt: string }[], now: number): Meeting[] =>
  sessions
    .map(({ id, startsAt }, n) => ({ n: n + 1, id, startsAt }))
    .filter(({ startsAt }) => dayOf(startsAt) <= dayOf(now))

/** The sessions of the day, as the address of the code's screen tells them (client/training/day.ts). */
export const meetingsOf = (today: string | undefined): Meeting[] =>
  (today ?? '').split('_').flatMap((part) => {
    const [n, id, startsAt] = part.split('.')
    return id && Number(startsAt) > 0
      ? [{ n: Number(n), id, startsAt: new Date(Number(startsAt)).toISOString() }]
      : []
  })
