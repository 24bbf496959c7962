import type { Output } from '../../../contract'
import { sayDay, sayTime } from '../../../contract/time'
import { ROLE_NAMES } from '../../words'

export type AboutMe = Output<'identity.about'>['me']
export type Look = Output<'identity.looks'>['looks'][number]
type Now = number

/** Everything that is held about somebody, as name and value; what is not held is said to be not. */
export function factsOf(me: AboutMe, now: Now): { name: string; value: string }[] {
  const { household, consent } = me
  return [
    { name: '姓名', value: me.name },
    { name: '出生年份', value: `${me.birthYear} 年` },
    { name: '住在', value: me.place + (household?.address ? ` ${household.address}` : '') },
    ...(household ? [{ name: '户主', value: household.headName }] : []),
    { name: '手机号', value: me.phone ?? '没有登记' },
    { name: '身份证号', value: me.identityNumber ?? '没有登记' },
    ...(household ? [{ name: '家里人', value: othersOf(me) }] : []),
    ...me.roles.map(({ role, scopeName, until }) => ({
      name: '身份',
      value: `${ROLE_NAMES[role]} · ${scopeName}${until ? `，到 ${sayDay(until, now)}` : ''}`,
    })),
    {
      name: '隐私说明',
      value: consent ? `${sayTime(consent.at, now)} 同意的` : '还没有同意',
    },
  ]
}

const othersOf = ({ personId, household }: AboutMe): string =>
  household?.members
    .filter((member) => member.personId !== personId)
    .map(({ name, relation }) => (relation ? `${name}（${relation}）` : name))
    .join('、') || '没有别人'

/** "11 月 20 日 9:40，李大山 看了分红". */
export const lookWords = ({ at, who, what }: Pick<Look, 'at' | 'who' | 'what'>, now: Now): string =>
  `${sayTime(at, now)}，${who} ${what}`
