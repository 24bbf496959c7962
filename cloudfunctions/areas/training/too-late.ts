import { sayDate } from '../../../contract/time'
import { Refused } from '../../platform/refusal'
import type { TrainingClass } from './documents'

type About = Pick<TrainingClass, 'cancelClosesAt' | 'contact'>

/** The office's telephone where the class names one; else whoever teaches is the one to tell. */
const call = ({ contact }: About): string => (contact === '' ? '请打电话告诉老师。' : `请打电话 ${contact}。`)

/** A seat is given up, and what was answered changed, until one deadline: past it a person has to be told. */
export const tooLateToCancel = (training: About, now: Date): Refused =>
  new Refused(
    'CANCEL_CLOSED',
    `取消的时间已经过了（${sayDate(training.cancelClosesAt, now)}）。来不了${call(training)}`,
  )
export const tooLateToEdit = (training: About, now: Date): Refused =>
  new Refused(
    'EDIT_CLOSED',
    `改报名的时间已经过了（${sayDate(training.cancelClosesAt, now)}）。要改${call(training)}`,
  )
