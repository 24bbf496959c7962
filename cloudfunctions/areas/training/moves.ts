import type { WaitlistRule } from '../../../contract/training/words'
import {
  afterTheLine,
  type Claim,
  draw,
  type Full,
  giveBack,
  joinLine,
  keep,
  leaveLine,
  type Seat,
  type Seats,
  take,
} from './seats'

/** How somebody stands in a class. What is over holds nothing. */
export type Standing =
  | { state: 'enrolled' | 'pending' | 'attended' | 'absent'; seat: Seat }
  | { state: 'waiting'; claim: Claim }
  | { state: 'offered'; seat: Seat; claim: Claim }
  | { state: 'cancelled' | 'declined' | 'lapsed' | 'refused' }

/** The class's seats and the person's standing after a move: both are written in one transaction. */
export interface Moved {
  seats: Seats
  standing: Standing
}
export type Refusal =
  | Full
  | 'ALREADY_ENROLLED'
  | 'WAITING_ALREADY'
  | 'OFFERED_ALREADY'
  | 'NOT_ENROLLED'
  | 'NOT_PENDING'
  | 'NO_OFFER'
  | 'LINE_FIRST'
type Outcome = Moved | Refusal

interface Terms {
  /** An enrolment is decided by the bureau or the teacher; until then it is pending, and has its seat. */
  approval: boolean
  waitlist: WaitlistRule
  /** Whether somebody for whom there is no seat wants to stand in line. */
  wait: boolean
}

/**
 * The seat of somebody who comes now, or why there is none. Those in line come before: it is one they leave, which need not be
 * the first that is free (of two reserves somebody may draw from, the line may wait for one).
 */
function seatNow(seats: Seats, claim: Claim): Seat | Full | 'LINE_FIRST' {
  const now = draw(seats, claim)
  if (typeof now === 'string') return now
  const left = draw(afterTheLine(seats), claim)
  return typeof left === 'string' ? 'LINE_FIRST' : left
}

/** Why somebody could not have a seat now, or null. */
export function seatObstacle(seats: Seats, claim: Claim): Full | 'LINE_FIRST' | null {
  const seat = seatNow(seats, claim)
  return typeof seat === 'string' ? seat : null
}

export function enrolMove(
  seats: Seats,
  standing: Standing | undefined,
  claim: Claim,
  { approval, waitlist, wait }: Terms,
): Outcome {
  if (standing?.state === 'waiting') return 'WAITING_ALREADY'
  if (standing?.state === 'offered') return 'OFFERED_ALREADY'
  if (standing && 'seat' in standing) return 'ALREADY_ENROLLED'
  const seat = seatNow(seats, claim)
  if (typeof seat !== 'string')
    return {
      seats: take(seats, 'taken', seat),
      standing: { state: approval ? 'pending' : 'enrolled', seat },
    }
  if (wait && waitlist !== 'none')
    return { seats: joinLine(seats, claim), standing: { state: 'waiting', claim } }
  return seat
}

/** Gives up whatever somebody has: a seat, a place in line, an offer. `as` says what it is called afterwards. */
export function leaveMove(
  seats: Seats,
  standing: Standing | undefined,
  as: 'cancelled' | 'declined' | 'lapsed' | 'refused',
): Outcome {
  switch (standing?.state) {
    case 'enrolled':
    case 'pending':
      return { seats: giveBack(seats, 'taken', standing.seat), standing: { state: as } }
    case 'offered':
      return { seats: giveBack(seats, 'held', standing.seat), standing: { state: as } }
    case 'waiting':
      return { seats: leaveLine(seats, standing.claim), standing: { state: as } }
    default:
      return 'NOT_ENROLLED'
  }
}

/** Holds a seat for somebody in line. */
export function offerMove(seats: Seats, standing: Standing | undefined): Outcome {
  if (standing?.state !== 'waiting') return 'NO_OFFER'
  const { claim } = standing
  const seat = draw(seats, claim)
  if (typeof seat === 'string') return seat
  return {
    seats: take(leaveLine(seats, claim), 'held', seat),
    standing: { state: 'offered', seat, claim },
  }
}

export function claimMove(seats: Seats, standing: Standing | undefined, approval: boolean): Outcome {
  if (standing?.state !== 'offered') return 'NO_OFFER'
  const { seat } = standing
  return { seats: keep(seats, seat), standing: { state: approval ? 'pending' : 'enrolled', seat } }
}

/** An offer that was not answered, or was not wanted, passes on. */
export const passOnMove = (
  seats: Seats,
  standing: Standing | undefined,
  as: 'declined' | 'lapsed',
): Outcome => (standing?.state === 'offered' ? leaveMove(seats, standing, as) : 'NO_OFFER')

export function decideMove(seats: Seats, standing: Standing | undefined, approve: boolean): Outcome {
  if (standing?.state !== 'pending') return 'NOT_PENDING'
  if (!approve) return leaveMove(seats, standing, 'refused')
  return { seats, standing: { state: 'enrolled', seat: standing.seat } }
}

/**
 * Somebody who is there, whether or not they had signed up: the line is over, whoever of it has come stands here as well. A
 * seat that is offered to somebody else stays theirs until the offer is.
 */
export function walkInMove(seats: Seats, standing: Standing | undefined, claim: Claim): Outcome {
  if (standing && 'seat' in standing && standing.state !== 'offered') return 'ALREADY_ENROLLED'
  if (standing?.state === 'offered')
    return { seats: keep(seats, standing.seat), standing: { state: 'enrolled', seat: standing.seat } }
  const seat = draw(seats, claim)
  if (typeof seat === 'string') return seat
  const left = standing?.state === 'waiting' ? leaveLine(seats, standing.claim) : seats
  return { seats: take(left, 'taken', seat), standing: { state: 'enrolled', seat } }
}

/** Somebody who walked in was somebody else, or was not there: their seat is free again. */
export function walkOutMove(seats: Seats, standing: Standing | undefined): Outcome {
  if (!standing || !('seat' in standing) || standing.state === 'offered') return 'NOT_ENROLLED'
  return { seats: giveBack(seats, 'taken', standing.seat), standing: { state: 'cancelled' } }
}
