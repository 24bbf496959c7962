import type { PersonCard } from '../../../../../contract/registry'
import { roleWords, spokenPhone } from '../words'

export interface Compared {
  name: string
  /** Of the one, of the other. */
  of: [string, string]
  differs: boolean
}

const WRITTEN: [string, (card: PersonCard, now: number) => string | undefined][] = [
  ['姓名', ({ name }) => name],
  ['哪年生', ({ birthYear }) => `${birthYear} 年`],
  ['村', ({ place }) => place.split(' · ').slice(1).join(' ')],
  ['户', ({ household, isHead }) => household && (isHead ? '自己是户主' : `${household.headName} 户`)],
  ['手机', ({ phone }) => phone && spokenPhone(phone)],
  ['身份证', ({ identityNumber }) => identityNumber],
  ['微信', ({ hasWeChat }) => (hasWeChat ? '已绑定' : undefined)],
  ['身份', ({ roles }, now) => roles.map((role) => roleWords(role, now)).join('；') || undefined],
]

/** Two entries line by line; what neither has is left out. */
export function compare(one: PersonCard, other: PersonCard, now: number): Compared[] {
  return WRITTEN.flatMap(([name, wordsOf]) => {
    const [a, b] = [wordsOf(one, now), wordsOf(other, now)]
    return a || b ? { name, of: [a ?? '没有', b ?? '没有'], differs: a !== b } : []
  })
}

/** Which entry knows more of the person: a head stays, then who uses WeChat, then the one with more written. */
export function fuller(one: PersonCard, other: PersonCard): 'one' | 'other' {
  const weight = ({ isHead, hasWeChat, roles, phone, identityNumber, household, relation }: PersonCard) =>
    (isHead ? 100 : 0) +
    (hasWeChat ? 20 : 0) +
    roles.length * 5 +
    [phone, identityNumber, household, relation].filter(Boolean).length
  return weight(other) > weight(one) ? 'other' : 'one'
}
