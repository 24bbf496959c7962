import type { Me } from '../../../contract/identity'
import { sayTime } from '../../../contract/time'
import type { ClassDetail } from '../../../contract/training'
import { has } from '../../roles'
import { isSeated, sayDeadline } from '../standing'

/** Training is for villagers and informants; somebody not known yet may try, and is told how to register. */
export const mayEnrol = (me: Me | undefined, actFor: string | undefined): boolean =>
  Boolean(actFor) || !me?.person || has(me, 'villager', 'informant')

type Known = Pick<ClassDetail, 'phase' | 'state' | 'line' | 'mine' | 'obstacle' | 'cancelClosesAt'>

/** A seat can be given up until its deadline, which one put off has none of, and where the class goes on at all. */
export const mayCancel = ({ phase, mine, cancelClosesAt }: Known, now: number): boolean =>
  isSeated(mine?.state) &&
  phase !== 'cancelled' &&
  phase !== 'finished' &&
  (phase === 'postponed' || now < Date.parse(cancelClosesAt))

/** An offer can be left to others at once, also while the class has no date to take it for. */
export const mayDecline = ({ phase, mine }: Known, act: Act | undefined): boolean =>
  act === 'claim' || (phase === 'postponed' && mine?.state === 'offered')

/** The one thing to do about a class, by how I stand in it; `look`: nothing, but there are other classes. */
export type Act = 'claim' | 'confirm' | 'enrol' | 'wait' | 'look'

/** Obstacles that a place in line gets one past. */
const FULL = ['CLASS_FULL', 'VILLAGE_FULL', 'TOWNSHIP_FULL', 'LINE_FIRST']

/** Undefined: there is nothing to do now, all is well. */
export function actOf(training: Known, may: boolean, now: number): Act | undefined {
  const { phase, state, line, mine, obstacle } = training
  if (phase === 'cancelled') return 'look'
  // Jobs passes on what ran out, within a minute; an offer of a class without a date waits with it.
  if (mine?.state === 'offered' && phase === 'postponed') return undefined
  if (mine?.state === 'offered') return isOver(mine, now) ? 'look' : 'claim'
  if (isSeated(mine?.state)) return mine?.needsConfirm && phase !== 'postponed' ? 'confirm' : undefined
  if (mine?.state === 'waiting' || mine?.state === 'attended') return undefined
  if (phase !== 'open' || !may) return phase === 'open' && state === 'open' ? undefined : 'look'
  // A visitor has no obstacle of their own: the class's seats are told by its state.
  const full = obstacle ? FULL.includes(obstacle.code) : state !== 'open'
  if (!obstacle && !full) return 'enrol'
  return full && line ? 'wait' : 'look'
}

const isOver = ({ offerUntil }: { offerUntil?: string | undefined }, now: number): boolean =>
  offerUntil !== undefined && Date.parse(offerUntil) <= now

/** What follows from the button, in small: nothing where there is no button, no promise to one who acts for another. */
export function noteOf(
  training: Known,
  act: Act | undefined,
  acting: boolean,
  now: number,
): string | undefined {
  const { mine, cancelClosesAt } = training
  if (act === 'claim' && mine?.offerUntil) return `${sayDeadline(mine.offerUntil, now)} 前不定，就让给下一位`
  if (mayCancel(training, now) && training.phase === 'postponed') return '来不了，现在也能取消'
  if (mayCancel(training, now)) return `${sayTime(cancelClosesAt, now)} 以前都能取消`
  if (mine?.state === 'waiting') return '不想去了随时可以不排'
  if (acting) return undefined
  return act === 'enrol' ? '报上名会通知您' : act === 'wait' ? '轮到了会通知您，到时再定去不去' : undefined
}
