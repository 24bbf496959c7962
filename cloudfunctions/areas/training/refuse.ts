import { ERRORS, type ErrorCode } from '../../../contract/errors'
import { dayOf, sayDay } from '../../../contract/time'
import type { Subject } from '../../platform/context'
import { Refused } from '../../platform/refusal'
import type { Account } from '../identity/documents'
import type { Obstacle } from './eligible'
import { elsewhere } from './elsewhere'
import type { Looked } from './look'
import { type Seats, usedInAll } from './seats'

export const refusedOf = ({ code, sentence }: Obstacle): Refused => new Refused(code, sentence)
export const sentenceOf = ({ code, sentence }: Obstacle): string => sentence ?? ERRORS[code]

/** The end of a sentence that another one replaces. */
const LOOK = '请看看别的班。'

/** Why the seats are in somebody's way. Those that are kept are not called full, and for whom they are is not told. */
export const noSeat = (code: ErrorCode, seats: Seats): Obstacle =>
  code === 'CLASS_FULL' && usedInAll(seats) < seats.seats
    ? { code, sentence: `剩下的名额留给了另外一些人。${LOOK}` }
    : { code }

const ABOUT_ANOTHER = [
  ['轮到您会通知', '轮到了会通知'],
  ['您村', '他们村'],
  ['您乡', '他们乡'],
  ['您', '这个人'],
] as const

/** A sentence about somebody, for who acts for them: they are not to take it for their own village, or their own enrolment. */
export const ofAnother = (sentence: string): string =>
  ABOUT_ANOTHER.reduce((said, [own, another]) => said.replaceAll(own, another), sentence)

export const aboutAnother = (obstacle: Obstacle): Obstacle => ({
  code: obstacle.code,
  sentence: ofAnother(sentenceOf(obstacle)),
})

/** What is said of somebody: to themselves, or to who acts for them. */
export const sayingOf = (
  subject: Pick<Subject, 'id'>,
  account: Pick<Account, 'personId'>,
): ((sentence: string) => string) => (subject.id === account.personId ? (sentence) => sentence : ofAnother)

/** A refusal of one among several, and what else is open to them: that is said once for all of them. */
export class TurnedAway extends Refused {
  constructor(
    { code, message, fields }: Refused,
    readonly elsewhere: readonly string[],
  ) {
    super(code, elsewhere.length > 0 ? withoutLook(message) : message, fields)
  }
}

const withoutLook = (sentence: string): string =>
  sentence.endsWith(LOOK) ? sentence.slice(0, -LOOK.length) : sentence

/** What else is open to the person, where a refusal would send them looking. One round trip at most. */
export async function elsewhereInstead(refused: Refused, looked: Looked, now: Date): Promise<string[]> {
  // Who may still stand in line may also go elsewhere.
  if (!refused.message.endsWith(LOOK) && refused.code !== 'LINE_FIRST') return []
  const others = await elsewhere(looked, now)
  return others.map(({ title, startsAt }) => `${title}（${sayDay(dayOf(startsAt), now)}）`)
}

/** The same in the refusal's own sentence. */
export const sayElsewhere = (refused: Refused, others: readonly string[]): Refused =>
  others.length === 0
    ? refused
    : new Refused(refused.code, `${withoutLook(refused.message)}现在还能报：${others.join('、')}。`)
