import { dayOf } from '../../../../contract/time'
import { NO_CODE_WORDS, type NoCode } from '../../../../contract/training/no-code-words'
import { Refused } from '../../../platform/refusal'
import type { Session, TrainingClass } from '../documents'

/** Lists of a day without a network come in late; after this long a record is a record. */
const DAYS_AFTER = 30
const DAY_MS = 24 * 3_600_000

/** A session of a class, by its id; NOT_FOUND where it has none such. */
export function sessionOf(training: TrainingClass, id: string): Session {
  const found = training.sessions.find((session) => session.id === id)
  if (!found) throw new Refused('NOT_FOUND')
  return found
}

const TAKES_PLACE: TrainingClass['state'][] = ['published', 'closed']

/** Why no code of a class counts now; nothing where it takes place. */
export const whyNoCode = ({ state }: Pick<TrainingClass, 'state'>): NoCode | undefined =>
  state === 'finished' || state === 'cancelled' || state === 'postponed' ? state : undefined

/** Codes are shown and scanned on the Beijing days of the session, while the class takes place. */
export function requireToday(training: TrainingClass, { startsAt, endsAt }: Session, now: Date): void {
  const why = whyNoCode(training)
  if (why) throw new Refused('CLASS_STATE', NO_CODE_WORDS[why])
  if (!TAKES_PLACE.includes(training.state)) throw new Refused('CLASS_STATE')
  const today = dayOf(now)
  if (today < dayOf(startsAt) || today > dayOf(endsAt)) throw new Refused('CHECK_IN_NOT_TODAY')
}

/** Lists are taken from the day of the session on, also when the class is over. */
export function requireRecordable(training: TrainingClass, { startsAt, endsAt }: Session, now: Date): void {
  if (!TAKES_PLACE.includes(training.state) && training.state !== 'finished')
    throw new Refused('CLASS_STATE', '这个班没有开，不能签到。请返回重新打开看看。')
  if (dayOf(now) < dayOf(startsAt)) throw new Refused('CHECK_IN_NOT_TODAY')
  if (now.getTime() > Date.parse(endsAt) + DAYS_AFTER * DAY_MS)
    throw new Refused('CLASS_STATE', `下课 ${DAYS_AFTER} 天后不能再改签到。要改请联系县科技局。`)
}
