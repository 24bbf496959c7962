import type { Output, Parsed } from '../../../contract'
import { WAITLIST_RULE_WORDS } from '../../../contract/training/words'
import type { Context, Subject } from '../../platform/context'
import { Refused } from '../../platform/refusal'
import { answerFaults } from './answers'
import { type Obstacle, whoMayNotCome } from './eligible'
import type { Looked } from './look'
import { enrolMove } from './moves'
import { noSeat, refusedOf, sentenceOf } from './refuse'
import { seatsOf, standingOf } from './standing'

export type Result = Output<'training.enrol'>['results'][number]
export type Asked = Pick<Parsed<'training.enrol'>, 'classId' | 'wait'> & {
  answers: NonNullable<Parsed<'training.enrol'>['answers']>
}

/** Why this person cannot be in this class now, nor in its line. */
export function refusalFor(
  looked: Looked,
  { wait, answers }: Asked,
  { now }: Pick<Context, 'now'>,
): Refused | null {
  const { training, who, history, mine, claim } = looked
  if (training.state === 'draft' || !claim) return new Refused('NOT_FOUND')
  // Who holds one of the seats must not hear that there is none.
  const seats = seatsOf(training, now)
  const moved = enrolMove(seats, standingOf(mine), claim, {
    ...training,
    wait: wait ?? false,
  })
  if (moved === 'ALREADY_ENROLLED' || moved === 'WAITING_ALREADY' || moved === 'OFFERED_ALREADY')
    return refusedOf({ code: moved })
  const obstacle = whoMayNotCome(training, who, history, now)
  if (obstacle) return refusedOf(obstacle)
  const faults = answerFaults(training.questions, answers)
  if (Object.keys(faults).length > 0) return new Refused('INVALID_INPUT', undefined, faults)
  return typeof moved === 'string' ? refusedOf(noSeat(moved, seats)) : null
}

/** Somebody who wanted a seat and stands in line now: not enrolled, and why in a sentence. */
export const inLine = (
  subject: Subject,
  obstacle: Obstacle,
  place: number,
  rule: keyof typeof WAITLIST_RULE_WORDS,
): Result => ({
  personId: subject.id,
  name: subject.name,
  enrolled: false,
  waiting: { place },
  error: {
    code: obstacle.code,
    message: `${sentenceOf(obstacle).split('。')[0]}，已经排上队，第 ${place} 位（${WAITLIST_RULE_WORDS[rule]}）。轮到了会通知。`,
  },
})
