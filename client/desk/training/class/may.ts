import type { Phase } from '../../../../contract/training'

/** What can be done with a class, in the order it is offered. */
export type Act = 'time' | 'seats' | 'edit' | 'close' | 'reopen' | 'postpone' | 'finish' | 'copy' | 'cancel'

const ACTS: Record<Phase, readonly Act[]> = {
  draft: ['copy', 'cancel'],
  open: ['time', 'seats', 'edit', 'close', 'postpone', 'copy', 'cancel'],
  closed: ['time', 'seats', 'edit', 'reopen', 'postpone', 'copy', 'cancel'],
  postponed: ['seats', 'edit', 'copy', 'cancel'],
  running: ['seats', 'edit', 'finish', 'copy', 'cancel'],
  finished: ['copy'],
  cancelled: ['copy'],
}
/** The one thing to do now, which stands at the bottom and not among the others. */
export const MAIN: Record<Phase, Act | 'go on' | 'roster'> = {
  draft: 'go on',
  open: 'roster',
  closed: 'roster',
  running: 'roster',
  postponed: 'time',
  finished: 'copy',
  cancelled: 'copy',
}

/** What stands at the bottom: a class that is over and was not closed asks for that. */
export const mainOf = (phase: Phase, toFinish: boolean): Act | 'go on' | 'roster' =>
  phase === 'finished' && toFinish ? 'finish' : MAIN[phase]

type Sessions = readonly { startsAt: string; endsAt: string }[]

/** A class is closed once its last session has begun: the server refuses it before. */
export const mayFinish = (sessions: Sessions, now: number): boolean =>
  sessions.every(({ startsAt }) => Date.parse(startsAt) <= now)

/** How many sessions are not over, which who closes a class may have overlooked. */
export const sessionsLeft = (sessions: Sessions, now: number): number =>
  sessions.filter(({ endsAt }) => now < Date.parse(endsAt)).length

/** Sign-up that ended by its time is not opened by opening it: its deadline has to be moved first. */
export const signUpIsOver = (phase: Phase, signUpClosesAt: string | undefined, now: number): boolean =>
  phase === 'closed' && signUpClosesAt !== undefined && Date.parse(signUpClosesAt) <= now

/** `begun`: its last session has; `timeIsUp`: that of signing up. */
export const actsOf = (
  phase: Phase,
  toFinish: boolean,
  { begun = true, timeIsUp = false }: { begun?: boolean; timeIsUp?: boolean } = {},
): Act[] =>
  ACTS[phase].filter(
    (act) =>
      act !== mainOf(phase, toFinish) && (act !== 'finish' || begun) && (act !== 'reopen' || !timeIsUp),
  )
