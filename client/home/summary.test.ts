import * as consultation from '../../contract/consultation'
import * as dividend from '../../contract/dividend'
import { audienceOf } from '../../contract/operation'
import * as training from '../../contract/training'
import { ACTS, desksOf, type Entry, greetingOf, type Home, jobsOf } from './summary'
import { askOf } from './training-entry'

const NOW = '2026-11-22T02:00:00Z'
const VILLAGER = { role: 'villager', scope: '519921100200', scopeName: '李家湾村' } as const
const INFORMANT = { ...VILLAGER, role: 'informant' } as const
const EXPERT = { role: 'expert', scope: 'expert-1', scopeName: '云岭县' } as const
const OFFICER = { role: 'cooperative', scope: 'coop-1', scopeName: '藏香猪合作社' } as const
const BUREAU = { role: 'bureau', scope: '519921', scopeName: '云岭县' } as const
const CADRE = { ...VILLAGER, role: 'cadre' } as const
const ADMIN = { role: 'admin', scopeName: '系统' } as const

type Roles = Home['me']['roles']
const home = (roles: Roles, part: Partial<Home> = {}): Home => ({
  me: {
    person: { id: 'person-1-2', name: '王秀英', place: '云岭县 · 青石乡 · 李家湾村' },
    roles,
    agreed: true,
    uploadPrefix: 'uploads/x/',
    templates: {},
  },
  training: {},
  consultation: {},
  dividend: { inScheme: false },
  inbox: { unread: 0 },
  desks: {},
  ...part,
})
const VISITOR: Home = { ...home([]), me: { ...home([]).me, person: undefined } }

const ENROLLED = {
  id: 'class-1:person-1-2',
  classId: 'class-1',
  title: '中药材栽培',
  topic: 'herb',
  startsAt: '2026-11-23T01:00:00.000Z',
  place: '青石乡文化站',
  state: 'enrolled',
  day: '2026-11-23',
} as const
const asked = (state: 'waiting' | 'answered' | 'resolved') => ({
  id: 'question-1',
  subject: 'plum' as const,
  title: '李子叶子发黄',
  state,
  danger: false,
  askedAt: NOW,
  updatedAt: NOW,
  person: { name: '王秀英', villageName: '李家湾村' },
  reopened: 0,
})
const due = (dueOn: string, overdue = false) => ({
  id: 'item-1',
  kind: 'dividend' as const,
  year: 3,
  dueOn,
  amountFen: 100_000,
  state: 'due' as const,
  overdue,
})

/** A button as it reads, line by line. */
const read = ({ name, about, standing, mine }: Entry) =>
  [
    name,
    about,
    ...standing.map(({ kind, text }) => `${kind}: ${text}`),
    mine && `${mine.text} / ${mine.standing.kind}: ${mine.standing.text}`,
  ].filter(Boolean)
const job = (name: string, entries: Entry[]) => read(entries.find((entry) => entry.name === name)!)

test('somebody who may enrol may also ask and look up a dividend, and the contract says who', () => {
  for (const operation of [training.enrol, consultation.ask, dividend.mine])
    expect(audienceOf(operation).sort()).toEqual([...ACTS].sort())
})

test.each<[string, Partial<Home>, string[]]>([
  ['nothing booked', {}, ['报名培训', '看看能报哪些班']],
  ['a class tomorrow', { training: { next: ENROLLED } }, ['报名培训', '明天 9:00 中药材栽培 / done: 已报名']],
  [
    'in line',
    { training: { next: { ...ENROLLED, state: 'waiting' } } },
    ['报名培训', '明天 9:00 中药材栽培 / waiting: 在排队'],
  ],
])('training says: %s', (_, part, lines) => {
  expect(job('报名培训', jobsOf(home([VILLAGER], part), NOW))).toEqual(lines)
})

test('what waits for my word is said with its deadline', () => {
  expect(askOf(home([VILLAGER]), NOW)).toBeUndefined()
  const ask = { ...ENROLLED, state: 'offered', offerUntil: '2026-11-23T03:00:00Z' } as const
  expect(askOf(home([VILLAGER], { training: { ask } }), NOW)).toEqual({
    text: '中药材栽培',
    standing: { kind: 'urgent', text: '有名额了，明天上午 11:00 前定' },
    page: '/training/class/index?id=class-1',
  })
})

test.each<[string, Partial<Home>, string[]]>([
  ['nothing asked', {}, ['问专家', '写几个字，或拍张照片']],
  ['waiting', { consultation: { last: asked('waiting') } }, ['问专家', '李子叶子发黄 / waiting: 等专家回复']],
  ['answered', { consultation: { last: asked('answered') } }, ['问专家', '李子叶子发黄 / news: 专家回复了']],
  ['resolved', { consultation: { last: asked('resolved') } }, ['问专家', '李子叶子发黄 / done: 已解决']],
])('the last question says: %s', (_, part, lines) => {
  expect(job('问专家', jobsOf(home([VILLAGER], part), NOW))).toEqual(lines)
})

test.each<[string, Home['dividend'], string[]]>([
  ['not in the scheme', { inScheme: false }, ['查分红', '您家没有参加代养分红']],
  [
    'due this year',
    { inScheme: true, next: due('2026-12-20') },
    ['查分红', '今年 1,000 元', 'waiting: 12 月 20 日前到账'],
  ],
  [
    'due another year',
    { inScheme: true, next: due('2027-12-20') },
    ['查分红', '2027 年 1,000 元', 'waiting: 2027 年 12 月 20 日前到账'],
  ],
  [
    'overdue',
    { inScheme: true, next: due('2025-12-20', true) },
    ['查分红', '2025 年 1,000 元', 'urgent: 2025 年 12 月 20 日该到账，还没到'],
  ],
  [
    'confirmed, but said not to have arrived',
    { inScheme: true, next: { ...due('2026-12-20'), state: 'disputed' } },
    ['查分红', '今年 1,000 元', 'waiting: 您说没收到，合作社正在查'],
  ],
  ['nothing more due', { inScheme: true }, ['查分红', 'done: 该给的分红都给了']],
])('the dividend says: %s', (_, dividend, lines) => {
  expect(job('查分红', jobsOf(home([VILLAGER], { dividend }), NOW))).toEqual(lines)
})

test.each<[string, Home, string[], string[]]>([
  ['villager', home([VILLAGER]), [], ['报名培训', '问专家', '查分红', '找专家']],
  ['informant', home([INFORMANT]), ['替村里人办事'], ['报名培训', '问专家', '找专家']],
  [
    'informant whose household is in the scheme',
    home([INFORMANT], { dividend: { inScheme: true } }),
    ['替村里人办事'],
    ['报名培训', '问专家', '查分红', '找专家'],
  ],
  [
    'expert',
    home([EXPERT], { desks: { expert: { waiting: 3, danger: 1 } } }),
    ['待我回复'],
    ['看培训班', '找专家'],
  ],
  [
    'co-op officer',
    home([OFFICER], { desks: { cooperative: { due: 24, disputed: 0 } } }),
    ['今年的分红'],
    ['看培训班', '找专家'],
  ],
  [
    'bureau operator',
    home([BUREAU], { desks: { bureau: { due: 24, disputed: 0 } } }),
    ['今年的分红', '科技局工作台'],
    ['看培训班', '找专家'],
  ],
  [
    'somebody of co-op and bureau',
    home([OFFICER, BUREAU], {
      desks: { cooperative: { due: 24, disputed: 0 }, bureau: { due: 30, disputed: 0 } },
    }),
    ['今年的分红', '科技局工作台'],
    ['看培训班', '找专家'],
  ],
  [
    'expert who is a villager',
    home([VILLAGER, EXPERT], { desks: { expert: { waiting: 0, danger: 0 } } }),
    ['待我回复'],
    ['报名培训', '问专家', '查分红', '找专家'],
  ],
  ['cadre', home([CADRE]), ['查村里的人'], ['看培训班', '找专家']],
  ['admin', home([ADMIN]), ['登记簿'], ['看培训班', '找专家']],
  [
    'bureau operator who is an administrator',
    home([BUREAU, ADMIN]),
    ['科技局工作台'],
    ['看培训班', '找专家'],
  ],
])('%s sees the desks and jobs that are theirs', (_, data, desks, jobs) => {
  expect(desksOf(data).map(({ name }) => name)).toEqual(desks)
  expect(jobsOf(data, NOW).map(({ name }) => name)).toEqual(jobs)
  for (const { page } of [...desksOf(data), ...jobsOf(data, NOW)]) expect(page).toMatch(/^\/.+\/index$/)
})

test('a visitor is greeted, may look at classes, and reads what registering would bring', () => {
  expect(greetingOf(VISITOR.me)).toEqual({ hello: '您好', place: '欢迎来到科技助农' })
  expect(jobsOf(VISITOR, NOW).map((entry) => [...read(entry), entry.page])).toEqual([
    ['报名培训', '先看看有哪些班', '/training/classes/index'],
    ['问专家', '先登记，再问', '/consultation/ask/index'],
    ['查分红', '先登记，再查', '/dividend/mine/index'],
    ['找专家', '县里有哪些专家，谁会什么', '/expert/list/index'],
  ])
  expect(desksOf(VISITOR)).toEqual([])
})

test.each<[string, Home, string[]]>([
  [
    'danger is said first',
    home([EXPERT], { desks: { expert: { waiting: 3, danger: 1 } } }),
    ['待我回复', 'urgent: 1 个急的', 'waiting: 3 个等我回复'],
  ],
  [
    'all answered',
    home([EXPERT], { desks: { expert: { waiting: 0, danger: 0 } } }),
    ['待我回复', 'done: 都回复了'],
  ],
  [
    'disputes are said first',
    home([OFFICER], { desks: { cooperative: { due: 3, disputed: 1 } } }),
    ['今年的分红', '藏香猪合作社', 'urgent: 1 项说没收到', 'waiting: 3 项待确认'],
  ],
  [
    'all confirmed',
    home([BUREAU], { desks: { bureau: { due: 0, disputed: 0 } } }),
    ['今年的分红', '云岭县', 'done: 都确认了'],
  ],
  [
    'an informant of two villages',
    home([INFORMANT, { ...INFORMANT, scope: '519921100201', scopeName: '高山村' }]),
    ['替村里人办事', '李家湾村、高山村：报名、问专家、查分红'],
  ],
  [
    'an informant with something to pass on',
    home([INFORMANT], { desks: { informant: { toTell: 3 } } }),
    ['替村里人办事', '李家湾村：报名、问专家、查分红', 'waiting: 3 件要转告'],
  ],
])('a desk says: %s', (_, data, lines) => {
  expect(read(desksOf(data)[0]!)).toEqual(lines)
})
