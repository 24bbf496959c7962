import type { Subject } from '../contract/consultation'
import type { ItemKind } from '../contract/dividend'
import type { Role } from '../contract/operation'
import { beijing, sayDay } from '../contract/time'
import type { Topic } from '../contract/training'
import type { PictureName } from './icons/names'

// The client's own tables of words. The contract has some of them too, beside its zod schemas; importing them from
// there would bring zod into the bundle. Their types come from the contract, so a missing entry does not compile.

export const TOPIC_NAMES: Record<Topic, string> = {
  fruit: '特色水果',
  vegetable: '绿色蔬菜',
  herb: '道地中药材',
  livestock: '生态畜禽',
  other: '综合',
}
export const TOPIC_PICTURES: Record<Topic, PictureName> = {
  fruit: 'fruit',
  vegetable: 'vegetable',
  herb: 'herb',
  livestock: 'livestock',
  other: 'training',
}
export const SUBJECT_NAMES: Record<Subject, string> = {
  plum: '李子',
  pepper: '花椒辣椒',
  herb: '中药材',
  walnut: '核桃板栗',
  vegetable: '蔬菜',
  potato: '洋芋',
  pig: '猪',
  yak: '牦牛',
  chicken: '鸡',
  bee: '蜜蜂',
  sheep: '羊',
  other: '别的',
}
export const SUBJECTS = Object.keys(SUBJECT_NAMES) as Subject[]
export const ITEM_NAMES: Record<ItemKind, string> = {
  dividend: '分红',
  insurance: '意外保险',
  gift: '年底慰问品',
}
export { ROLE_NAMES } from '../contract/role-names'
/** The desk of a role, by the name it has everywhere. */
export const DESK_PAGES = {
  expert: { name: '待我回复', page: '/desk/expert/queue/index' },
  cooperative: { name: '今年的分红', page: '/desk/cooperative/due/index' },
  bureau: { name: '科技局工作台', page: '/desk/bureau/home/index' },
  admin: { name: '登记簿', page: '/desk/bureau/home/index' },
  cadre: { name: '查村里的人', page: '/desk/bureau/registry/search/index' },
  informant: { name: '替村里人办事', page: '/desk/informant/people/index' },
} as const satisfies Partial<Record<Role, { name: string; page: string }>>
export const METHOD_NAMES = { card: '一卡通', transfer: '银行转账', cash: '现金' } as const

/** "1 天", "半天". */
export const sayDays = (days: number): string => (days === 0.5 ? '半天' : `${days} 天`)

/** "12 月 3 日 9:00" for one day, "12 月 3 日 9:00 到 12 月 6 日" for several. */
export function sayDates(startsAt: string, endsAt: string, now: number): string {
  const first = beijing(startsAt)
  const last = beijing(endsAt)
  const from = `${sayDay(first.format('YYYY-MM-DD'), now)} ${first.format('H:mm')}`
  if (first.format('YYYY-MM-DD') === last.format('YYYY-MM-DD')) return from
  return `${from} 到 ${sayDay(last.format('YYYY-MM-DD'), now)}`
}
