import type { Me } from '../../../contract/identity'
import { sayTime } from '../../../contract/time'
import type { ClassDetail } from '../../../contract/training'
import { has } from '../../roles'

/** Training is for villagers and informants; somebody not known yet may try, and is told how to register. */
export const mayEnrol = (me: Me | undefined, actFor: string | undefined): boolean =>
  Boolean(actFor) || !me?.person || has(me, 'villager', 'informant')

export const mayCancel = ({ cancelClosesAt }: Pick<ClassDetail, 'cancelClosesAt'>, now: number): boolean =>
  now < Date.parse(cancelClosesAt)

type Known = Pick<ClassDetail, 'enrolled' | 'state' | 'cancelClosesAt'>

/** What follows from the button, in small: nothing where there is no button, no promise to one who acts for another. */
export function noteOf(
  training: Known,
  { may, acting }: { may: boolean; acting: boolean },
  now: number,
): string | undefined {
  if (training.enrolled)
    return mayCancel(training, now) ? `${sayTime(training.cancelClosesAt, now)} 以前都能取消` : undefined
  return training.state === 'open' && may && !acting ? '报上名会通知您' : undefined
}
