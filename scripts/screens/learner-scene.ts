import type { Input } from '../../contract'
import type { Must } from './scene'

/** Ids of classes in the states in which somebody can stand in one. */
export interface LearnerScene {
  /** Asks questions, meets three times, has a point on the map. */
  asking: string
  /** Full; the demo villager is third in its line. */
  full: string
  /** Full, and has no line. */
  noLine: string
  /** Seats are offered to `OFFERED` and `OFFERED_TOO`. */
  offered: string
  /** Has another place since `CHANGED` signed up. */
  changed: string
  /** The demo villager was in it. */
  postponed: string
  cancelled: string
  /** The demo villager waits for approval. */
  pending: string
}

type Plan = Input<'training.save'>['plan']

export const OFFERED = 'demo-villager-33'
export const OFFERED_TOO = 'demo-villager-35'
export const CHANGED = 'demo-villager-34'
const BUREAU = 'demo-bureau'
const DAY = 86_400_000

/** Beijing's hour of a day so many days from now. */
const at = (days: number, hour: number): string => {
  const day = new Date(Date.now() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10)
  return new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`).toISOString()
}

const session = (days: number, place = '青石乡文化站') => ({
  startsAt: at(days, 9),
  endsAt: at(days, 17),
  place,
})

const QUESTIONS: Plan['questions'] = [
  {
    id: 'food',
    label: '中午吃什么',
    kind: 'choice',
    options: ['都可以', '清真', '吃素'],
    required: true,
  },
  { id: 'stay', label: '晚上住不住', kind: 'yesNo', required: true },
  { id: 'size', label: '家里种几亩李子', kind: 'number', required: false },
  { id: 'wish', label: '最想学什么', kind: 'text', required: false },
]

const planOf = (days: number, some: Partial<Plan>): Plan => ({
  title: '李子园冬季管理',
  topic: 'fruit',
  kind: 'lecture',
  about: '清园、修剪、涂白、施基肥，边讲边做。',
  sessions: [session(days)],
  teacherIds: ['expert-1'],
  costs: '不收费，管一顿午饭',
  meet: '早上 8:40 在村委会门口集合',
  bring: '带剪刀和手套',
  contact: '0000-7654321',
  openTo: ['519921'],
  seats: 30,
  signUpClosesAt: at(days - 2, 18),
  cancelClosesAt: at(days - 1, 18),
  claimHours: 8,
  ...some,
})

/** Plays classes for the learners' pages: a line, an offer, a change, one put off, one called off, one to be approved. */
export async function playLearners(url: string, must: Must): Promise<LearnerScene> {
  const publish = async (days: number, some: Partial<Plan>) => {
    const { classId } = await must(BUREAU, 'training.save', { plan: planOf(days, some) })
    await must(BUREAU, 'training.publish', { classId })
    return classId
  }
  const enrol = (openid: string, classId: string, some: object = {}) =>
    must(openid, 'training.enrol', { classId, ...some })
  const ANSWERS = [
    { question: 'food', value: '清真' },
    { question: 'stay', value: false },
    { question: 'size', value: 6 },
  ]

  const asking = await publish(12, {
    title: '李子高接换种连着学',
    kind: 'skill',
    questions: QUESTIONS,
    minAge: 16,
    onceInYears: 1,
    sessions: [
      session(12),
      { ...session(19, '李家湾村三组果园'), point: { latitude: 31.02, longitude: 103.61 } },
      session(26, '县农业技术推广中心培训楼二楼大教室'),
    ],
  })
  const full = await publish(16, { title: '川贝母仿野生种植', topic: 'herb', seats: 1 })
  for (const openid of ['demo-villager-41', 'demo-villager-42', 'demo-villager-43', 'demo-villager'])
    await enrol(openid, full, { wait: true })
  const noLine = await publish(17, { title: '无人机打药现场会', topic: 'other', seats: 1, waitlist: 'none' })
  await enrol('demo-villager-41', noLine)
  const offered = await publish(18, { title: '藏香猪冬季防病', topic: 'livestock', seats: 2 })
  const leaving = ['demo-villager-41', 'demo-villager-42']
  for (const openid of leaving) await enrol(openid, offered)
  for (const openid of [OFFERED, OFFERED_TOO]) await enrol(openid, offered, { wait: true })
  for (const openid of leaving)
    await must(openid, 'training.cancelEnrolment', { classId: offered, reason: '家里有事' })
  const pending = await publish(21, {
    title: '合作社带头人培训',
    topic: 'other',
    approval: true,
    questions: QUESTIONS,
  })
  await enrol('demo-villager', pending, { answers: ANSWERS })
  const changed = await publish(13, { title: '花椒冬剪', seats: 40 })
  await enrol(CHANGED, changed)
  // Of the informant's village, without an account: the informant is to tell them of the seat and of the change.
  await enrol('demo-informant', changed, { people: ['person-1-3'] })
  const postponed = await publish(22, { title: '蔬菜大棚保温', topic: 'vegetable' })
  const cancelled = await publish(23, { title: '中蜂分群', topic: 'livestock' })
  for (const classId of [postponed, cancelled]) await enrol('demo-villager', classId)
  const { version } = await must(BUREAU, 'training.plan', { classId: changed })
  await must(BUREAU, 'training.changeTimeOrPlace', {
    ...{ classId: changed, version, sessions: [session(14, '李家湾村文化院坝')], reason: '那天停电' },
  })
  await must(BUREAU, 'training.postpone', { classId: postponed, reason: '老师路上堵住了' })
  await must(BUREAU, 'training.cancel', { classId: cancelled, reason: '报名的人太少' })
  // Offers and news are the timer's work.
  await fetch(`${url}/admin/timer/jobs`, { method: 'POST', body: '{}' })
  return { asking, full, noLine, offered, changed, postponed, cancelled, pending }
}
