import type { Me, RoleGrant } from '../../../contract/identity'
import { sayDay } from '../../../contract/time'
import { mayAct } from '../../home/summary'
import { has } from '../../roles'
import { DESK_PAGES, ROLE_NAMES } from '../../words'

/** A line of 我的 that leads somewhere. */
export interface Row {
  name: string
  about?: string
  page: string
}

/** A role as it is held, and the desk it has, if it has one: pressing it switches to that desk. */
export interface RoleRow {
  name: string
  desk?: Row
}

const roleName = ({ role, scopeName, until }: RoleGrant, now: number): string =>
  `${ROLE_NAMES[role]} · ${scopeName}${until ? `，到 ${sayDay(until, now)}` : ''}`

/** Every role, each with its desk; a desk that two roles share comes once. */
export function rolesOf({ roles }: Pick<Me, 'roles'>, now: number): RoleRow[] {
  const seen = new Set<string>()
  return roles.map((grant) => {
    const name = roleName(grant, now)
    const desk = grant.role in DESK_PAGES ? DESK_PAGES[grant.role as keyof typeof DESK_PAGES] : undefined
    if (!desk || seen.has(desk.page)) return { name }
    seen.add(desk.page)
    return { name, desk }
  })
}

const OWN: Row[] = [
  { name: '我报的名', page: '/training/classes/index?tab=mine' },
  { name: '我的咨询', page: '/consultation/mine/index' },
]
const EXPERT: Row[] = [
  { name: '我教的培训班', page: '/desk/training/home/index' },
  { name: '我的专家资料、请假', page: '/desk/expert/settings/index' },
]
const ABOUT: Row[] = [
  { name: '消息', page: '/my/inbox/index' },
  { name: '我办过的事', page: '/identity/acts/index' },
  { name: '关于我的信息', about: '登记了什么，谁看过；带走、退出', page: '/identity/about/index' },
]

/** What is mine, by headings: for whom I act, what I did, what is known of me. */
export function rowsOf(me: Me): { title: string; rows: Row[] }[] {
  const acting: Row[] = [
    { name: '替家人办', about: '家人同意了，就能替他报名、问专家', page: '/identity/acting/index' },
    // Only a household's members have somebody who acts for them.
    ...(has(me, 'villager')
      ? [{ name: '让家人替我办', about: '选一个信得过的人', page: '/identity/family/index' }]
      : []),
  ]
  return [
    { title: '替谁办', rows: acting },
    { title: '我的事', rows: [...(has(me, 'expert') ? EXPERT : []), ...(mayAct(me) ? OWN : []), ...ABOUT] },
  ]
}
