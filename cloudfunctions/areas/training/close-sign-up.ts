import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { changeClass } from './change-class'

/** Closes sign-up before its time; those in line still get what is given up. Six round trips. */
export const closeSignUp: Handler<'training.closeSignUp'> = ({ classId }, context) =>
  changeClass({ classId }, context, (training) => {
    if (training.state !== 'published') throw new Refused('CLASS_STATE')
    return { state: 'closed' }
  })
