import type { Input } from '../../contract'
import type { Must } from './scene'

/** Of what was played for the desk on which classes are planned. All are taught by the demo expert. */
export interface PlanningScene {
  /** Begun, with much still missing. */
  draft: string
  /** Three seats: two taken, one offered, one waits; its place was changed, and one has said yes. */
  full: string
  /** Two wait for a word; they were asked something. */
  deciding: string
  postponed: string
  cancelled: string
  /** Over by its dates, and nobody has said so. */
  over: string
  /** One for each act by taps: what is done to it is not undone. */
  acts: Record<'publish' | 'close' | 'postpone' | 'cancel' | 'time' | 'seats', string>
}

const BUREAU = 'demo-bureau'
const HOUR = 3_600_000
const DAY = 24 * HOUR
const iso = (at: number): string => new Date(at).toISOString()
const head = (n: number): string => `demo-villager-${n}`

type Plan = Input<'training.save'>['plan']

/** A class of one day that begins then, with nothing left to fill in. */
const planAt = (start: number, some: Partial<Plan> & Pick<Plan, 'title'>): Plan => ({
  topic: 'fruit',
  kind: 'skill',
  about: '讲修剪的时候、修剪的手法，下地示范一遍，人人动手。',
  sessions: [{ startsAt: iso(start), endsAt: iso(start + 7 * HOUR), place: '李家湾村文化院坝' }],
  teacherIds: ['expert-1'],
  costs: '不收费，管午饭',
  meet: '早上 8:30 在村委会坐车',
  bring: '带身份证、穿胶鞋',
  contact: '0000-1234567',
  openTo: ['519921'],
  seats: 30,
  signUpClosesAt: iso(start - 2 * HOUR),
  cancelClosesAt: iso(start - HOUR),
  ...some,
})

/** Nine in the morning, Beijing time, so many days from now. */
const morning = (days: number): number => Math.floor((Date.now() + 8 * HOUR) / DAY + days) * DAY + HOUR

/** Classes at every stage of planning. */
export async function playPlanning(url: string, must: Must): Promise<PlanningScene> {
  const post = (path: string, body: object) =>
    fetch(`${url}/admin/${path}`, { method: 'POST', body: JSON.stringify(body) })
  const jobs = () => post('timer/jobs', {})
  const save = async (plan: Plan) => (await must(BUREAU, 'training.save', { plan })).classId
  const publish = async (plan: Plan) => {
    const classId = await save(plan)
    await must(BUREAU, 'training.publish', { classId })
    return classId
  }
  const open = (title: string, days: number) => publish(planAt(morning(days), { title }))

  const draft = await save({
    title: '膜荚黄芪种植',
    topic: 'herb',
    kind: 'lecture',
    openTo: ['519921100', '519921101'],
    seats: 40,
  })
  const full = await playFull(must, publish, jobs)
  const deciding = await playDeciding(must, publish)
  const postponed = await open('核桃嫁接', 26)
  await must(BUREAU, 'training.postpone', { classId: postponed, reason: '下大雨，路不好走' })
  const cancelled = await open('大棚蔬菜育苗', 27)
  await must(BUREAU, 'training.cancel', { classId: cancelled, reason: '报名的人太少' })

  // What is over was planned while it lay ahead.
  const begins = morning(-3)
  await post('clock', { set: begins - DAY })
  const over = await publish(planAt(begins, { title: '花椒采后管理' }))
  await must(head(321), 'training.enrol', { classId: over })
  await post('clock', { reset: true })
  await jobs()

  const acts = {
    publish: await save(planAt(morning(30), { title: '等着发布的班' })),
    close: await open('等着停报名的班', 31),
    postpone: await open('等着推迟的班', 32),
    cancel: await open('等着取消的班', 33),
    time: await open('等着改期的班', 34),
    seats: await open('等着改名额的班', 35),
  }
  return { draft, full, deciding, postponed, cancelled, over, acts }
}

type Publish = (plan: Plan) => Promise<string>

async function playFull(must: Must, publish: Publish, jobs: () => Promise<unknown>): Promise<string> {
  const start = morning(21)
  const classId = await publish(planAt(start, { title: '高山李子修剪示范', seats: 3 }))
  for (const n of [301, 302, 303]) await must(head(n), 'training.enrol', { classId })
  for (const n of [304, 305]) await must(head(n), 'training.enrol', { classId, wait: true })
  const { version } = await must(BUREAU, 'training.plan', { classId })
  const sessions = [{ startsAt: iso(start), endsAt: iso(start + 7 * HOUR), place: '青石乡文化站二楼' }]
  await must(BUREAU, 'training.changeTimeOrPlace', { classId, version, sessions, reason: '院坝在修' })
  await jobs()
  await must(head(302), 'training.confirmAgain', { classId })
  await must(head(303), 'training.cancelEnrolment', { classId, reason: '家里有事' })
  await jobs()
  return classId
}

async function playDeciding(must: Must, publish: Publish): Promise<string> {
  const classId = await publish(
    planAt(morning(24), {
      title: '中蜂越冬实操班',
      topic: 'livestock',
      kind: 'class',
      approval: true,
      seatsPerVillage: 2,
      questions: [
        { id: 'food', label: '吃什么', kind: 'choice', options: ['普通餐', '清真餐'], required: true },
        { id: 'bed', label: '是不是要安排住宿', kind: 'yesNo', required: true },
        { id: 'hives', label: '家里养了几箱蜂', kind: 'number', required: false },
      ],
    }),
  )
  const answers = (food: string, bed: boolean, hives: number) => [
    { question: 'food', value: food },
    { question: 'bed', value: bed },
    { question: 'hives', value: hives },
  ]
  await must(head(311), 'training.enrol', { classId, answers: answers('普通餐', true, 12) })
  await must(head(312), 'training.enrol', { classId, answers: answers('清真餐', false, 5) })
  await must(head(313), 'training.enrol', { classId, answers: answers('普通餐', false, 30) })
  const { people } = await must(BUREAU, 'training.roster', { classId, state: 'pending' })
  await must(BUREAU, 'training.decide', { classId, personId: people[0]?.personId ?? '', approve: true })
  return classId
}
