import type { RoleGrant } from '../../../../contract/identity'
import type {
  HouseholdLine,
  Member,
  ORGANISATION_KINDS,
  OrganisationLine,
  PersonLine,
  RELATIONS,
} from '../../../../contract/registry'
import { sayDay } from '../../../../contract/time'
import { ROLE_NAMES } from '../../../words'

/** What a search understands: under its box, which has not the room for it. */
export const HOW = '也可以输拼音首字母，比如 wxy，或者手机后四位'

type Relation = (typeof RELATIONS)[number]

/** As the contract has them beside its schemas; who is the head is not chosen but made so. */
export const RELATION_NAMES: Record<Exclude<Relation, '户主'>, string> = {
  配偶: '配偶',
  子女: '子女',
  父母: '父母',
  祖父母: '祖父母',
  孙子女: '孙子女',
  兄弟姐妹: '兄弟姐妹',
  儿媳女婿: '儿媳女婿',
  其他: '其他',
}

export const KIND_NAMES: Record<(typeof ORGANISATION_KINDS)[number], string> = {
  cooperative: '合作社',
  company: '企业',
}

const joined = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** "58 岁 · 李家湾村 · 户主" and "138****1234 · 有微信": enough to tell somebody from others of their name. */
export const personWords = ({ age, place, isHead, relation, phone, hasWeChat }: PersonLine) => ({
  who: joined(`${age} 岁`, place, isHead ? '户主' : relation),
  reach: joined(phone ?? '没有电话', hasWeChat ? '有微信' : '没有微信'),
})

/** "李家湾村 · 3 组 12 号"; that a household is assisted is told beside it, where one may know. */
export const householdWords = ({ villageName, address }: HouseholdLine): string =>
  joined(villageName, address)

/** "56 岁 · 配偶 · 有微信" */
export const memberWords = ({ age, isHead, relation, hasWeChat }: Member): string =>
  joined(`${age} 岁`, isHead ? '户主' : (relation ?? '没写关系'), hasWeChat && '有微信')

/** "信息员 · 李家湾村，到 12 月 31 日" */
export const roleWords = ({ role, scopeName, until }: RoleGrant, now: number): string =>
  `${joined(ROLE_NAMES[role], scopeName)}${until ? `，到 ${sayDay(until, now)}` : ''}`

/** "办事的：李强、王丽（没有微信）" */
export const officerWords = (officers: OrganisationLine['officers']): string =>
  officers.length === 0
    ? '还没有人替它办事'
    : `办事的：${officers.map(({ name, hasWeChat }) => `${name}${hasWeChat ? '' : '（没有微信）'}`).join('、')}`

/** "138 0000 1234": as one reads it aloud. */
export const spokenPhone = (phone: string): string => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')

/** What can be put away, with what follows from it, and the reasons there usually are. */
export const ARCHIVES = {
  person: {
    ask: '归档这个人？',
    after: '以后的名单里不再有他，报了没开的班会取消。做过的事都留着，登错了可以恢复。',
    reasons: ['去世', '迁走了', '登错了'],
  },
  household: {
    ask: '归档这一户？',
    after: '这一户已经没有人了。归档以后名单里不再有它，办过的事都留着。',
    reasons: ['全家迁走', '并到别的户', '登错了'],
  },
  region: {
    ask: '归档这个地方？',
    after: '归档以后选地方时不再有它。里面还有人的，不能归档。',
    reasons: ['并到别的村', '登错了'],
  },
  organisation: {
    ask: '归档这个单位？',
    after: '归档以后名单里不再有它。办过的分红都留着。',
    reasons: ['注销了', '登重了', '登错了'],
  },
} as const
export type ArchiveKind = keyof typeof ARCHIVES
