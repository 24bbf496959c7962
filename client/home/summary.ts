import type { Output } from '../../contract'
import type { Me } from '../../contract/identity'
import { formatYuan } from '../../contract/money'
import type { Audience } from '../../contract/operation'
import { beijing, sayDay } from '../../contract/time'
import type { StatusKind } from '../components'
import type { PictureName } from '../icons/names'
import { has } from '../roles'
import { DESK_PAGES } from '../words'
import { TRAINING, trainingEntry } from './training-entry'

export type Home = Output<'home.get'>

export interface Standing {
  kind: StatusKind
  text: string
}

/** One big button of home: where it leads, and how the things behind it stand. */
export interface Entry {
  key: string
  name: string
  picture: PictureName
  /** In small under the name. */
  about?: string
  standing: Standing[]
  page: string
  /** Only for who is registered: a visitor says first who they are, and goes on to it. */
  registered?: true
  /** Something of mine with a page of its own: the class I am in, the question I asked. */
  mine?: { text: string; standing: Standing; page: string }
}

export type Now = string | number | Date

export const HOW_TO_REGISTER = '说一声您是哪村的谁，登记好就能报名、问专家、查分红。'

/**
 * Who may sign up, ask and look up a dividend, as the contract's `by` of these operations says. Written again here
 * because the contract's files bring zod with them; `summary.test.ts` holds the two together.
 */
export const ACTS: readonly Audience[] = ['villager', 'informant']

/** Whether this person may sign up, ask and look up a dividend for themselves. */
export const mayAct = (me: Me): boolean => has(me, ...ACTS)

/** "王秀英，您好" and the place; a visitor is greeted too. */
export const greetingOf = ({ person }: Me): { hello: string; place: string } =>
  person
    ? { hello: `${person.name}，您好`, place: person.place }
    : { hello: '您好', place: '欢迎来到科技助农' }

/** The jobs this person can do, each with its state; nobody is sent to a page that would refuse them. */
export function jobsOf(home: Home, now: Now): Entry[] {
  const { me } = home
  if (!me.person) return VISITORS_JOBS
  if (!mayAct(me))
    return [
      { ...TRAINING, name: '看培训班', about: '县里最近办哪些班，在哪里办', standing: [] },
      { ...EXPERTS, about: '县里有哪些专家，谁会什么' },
    ]
  // An informant's household is seldom in the scheme; those of the village are on the informant's desk.
  const dividend = has(me, 'villager') || home.dividend.inScheme
  return [
    trainingEntry(home, now),
    consultation(home),
    ...(dividend ? [dividendJob(home, now)] : []),
    EXPERTS,
  ]
}

/** Open to everybody: who they are, what they know. */
const EXPERTS: Entry = {
  key: 'experts',
  name: '找专家',
  picture: 'experts',
  about: '看看谁会什么，可以点名问',
  page: '/expert/list/index',
  standing: [],
}

const VISITORS_JOBS: Entry[] = [
  { ...TRAINING, name: '报名培训', about: '先看看有哪些班', standing: [] },
  {
    key: 'consultation',
    name: '问专家',
    picture: 'consultation',
    about: '先登记，再问',
    page: '/consultation/ask/index',
    registered: true,
    standing: [],
  },
  {
    key: 'dividend',
    name: '查分红',
    picture: 'dividend',
    about: '先登记，再查',
    page: '/dividend/mine/index',
    registered: true,
    standing: [],
  },
  { ...EXPERTS, about: '县里有哪些专家，谁会什么' },
]

const ASKED: Record<NonNullable<Home['consultation']['last']>['state'], Standing> = {
  waiting: { kind: 'waiting', text: '等专家回复' },
  answered: { kind: 'news', text: '专家回复了' },
  resolved: { kind: 'done', text: '已解决' },
}

function consultation({ consultation: { last } }: Home): Entry {
  const entry: Entry = {
    key: 'consultation',
    name: '问专家',
    picture: 'consultation',
    page: '/consultation/ask/index',
    standing: [],
  }
  if (!last) return { ...entry, about: '写几个字，或拍张照片' }
  return {
    ...entry,
    mine: {
      text: last.title,
      standing: ASKED[last.state],
      page: `/consultation/question/index?id=${last.id}`,
    },
  }
}

function dividendJob({ dividend: { inScheme, next } }: Home, now: Now): Entry {
  const entry: Entry = {
    key: 'dividend',
    name: '查分红',
    picture: 'dividend',
    page: '/dividend/mine/index',
    standing: [],
  }
  if (!inScheme) return { ...entry, about: '您家没有参加代养分红' }
  if (!next) return { ...entry, standing: [{ kind: 'done', text: '该给的分红都给了' }] }
  const year = Number(next.dueOn.slice(0, 4))
  const when = year === beijing(now).year() ? '今年' : `${year} 年`
  const day = sayDay(next.dueOn, now)
  return {
    ...entry,
    about: `${when} ${formatYuan(next.amountFen)}`,
    standing: [
      next.state === 'disputed'
        ? { kind: 'waiting', text: '您说没收到，合作社正在查' }
        : next.overdue
          ? { kind: 'urgent', text: `${day}该到账，还没到` }
          : { kind: 'waiting', text: `${day}前到账` },
    ],
  }
}

/** What waits on each desk; none for somebody without one. */
export function desksOf({ me, desks }: Home): Entry[] {
  const entries: Entry[] = []
  if (desks.expert)
    entries.push({
      key: 'expert',
      ...DESK_PAGES.expert,
      picture: 'expert',
      standing: counted([
        ['urgent', desks.expert.danger, '个急的'],
        ['waiting', desks.expert.waiting, '个等我回复'],
      ]) ?? [{ kind: 'done', text: '都回复了' }],
    })
  // The bureau looks at the same list; who has both roles sees it once.
  const ledger = desks.cooperative ?? desks.bureau
  if (ledger)
    entries.push({
      key: 'cooperative',
      ...DESK_PAGES.cooperative,
      picture: 'cooperative',
      about: scopeOf(me, desks.cooperative ? 'cooperative' : 'bureau'),
      standing: counted([
        ['urgent', ledger.disputed, '项说没收到'],
        ['waiting', ledger.due, '项待确认'],
      ]) ?? [{ kind: 'done', text: '都确认了' }],
    })
  if (has(me, 'informant'))
    entries.push({
      key: 'informant',
      ...DESK_PAGES.informant,
      picture: 'informant',
      about: `${scopeOf(me, 'informant')}：报名、问专家、查分红`,
      standing: counted([['waiting', desks.informant?.toTell ?? 0, '件要转告']]) ?? [],
    })
  // Somebody of the bureau who is an administrator as well has one desk.
  for (const role of ['bureau', 'admin', 'cadre'] as const)
    if (has(me, role) && !entries.some(({ page }) => page === DESK_PAGES[role].page))
      entries.push({
        key: role,
        ...DESK_PAGES[role],
        picture: 'bureau',
        about: `${scopeOf(me, role)}：${DESK_ABOUT[role]}`,
        standing: [],
      })
  return entries
}

const DESK_ABOUT = {
  bureau: '人员登记、专家、合作社、乡镇和村',
  admin: '人员登记、乡镇和村',
  cadre: '电话、家里几口人',
} as const

const scopeOf = (me: Me, role: Audience): string =>
  me.roles
    .filter((grant) => grant.role === role)
    .map((grant) => grant.scopeName)
    .join('、')

/** Only what there is some of; nothing when there is none of anything. */
function counted(counts: [StatusKind, number, string][]): Standing[] | undefined {
  const some = counts.flatMap(([kind, count, what]) =>
    count > 0 ? [{ kind, text: `${count} ${what}` }] : [],
  )
  return some.length > 0 ? some : undefined
}
