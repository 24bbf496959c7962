import { ERRORS } from '../../../contract/errors'
import { dayOf, sayDay } from '../../../contract/time'
import { Refused } from '../../platform/refusal'
import type { Obstacle } from './eligible'
import { elsewhere } from './elsewhere'
import type { Looked } from './look'

export const refusedOf = ({ code, sentence }: Obstacle): Refused => new Refused(code, sentence)
export const sentenceOf = ({ code, sentence }: Obstacle): string => sentence ?? ERRORS[code]

/** The end of a sentence that another one replaces. */
const LOOK = '请看看别的班。'

/** A refusal that says what else is open to the person, where it would send them looking. One round trip at most. */
export async function sayElsewhere(refused: Refused, looked: Looked, now: Date): Promise<Refused> {
  if (!refused.message.endsWith(LOOK)) return refused
  const others = await elsewhere(looked, now)
  if (others.length === 0) return refused
  const named = others.map(({ title, startsAt }) => `${title}（${sayDay(dayOf(startsAt), now)}）`)
  const sentence = `${refused.message.slice(0, -LOOK.length)}现在还能报：${named.join('、')}。`
  return new Refused(refused.code, sentence)
}
