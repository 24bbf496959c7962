import { type Cloud, startCloud } from './cloud'
import { codeNow, head } from './training-day'
import { publishedClass } from './training-desk'

let cloud: Cloud
let clean: string
beforeAll(async () => {
  cloud = await startCloud()
  clean = await cloud.emulator.snapshot()
})
beforeEach(() => clockAt('2026-11-25T10:00'))
afterEach(() => cloud.emulator.restore(clean))
afterAll(() => cloud.close())

/** By the clock on the wall of the county. */
const clockAt = (time: string) => cloud.emulator.clock.set(Date.parse(`${time}:00+08:00`))
const session = (day: string, place: string) => ({
  startsAt: `2026-12-${day}T01:00:00.000Z`,
  endsAt: `2026-12-${day}T09:00:00.000Z`,
  place,
})
const SESSIONS = [session('07', '文化站'), session('14', '果园'), session('21', '李家湾村')]
const DEADLINES = { signUpClosesAt: '2026-12-05T01:00:00.000Z', cancelClosesAt: '2026-12-06T01:00:00.000Z' }
const weeks = () =>
  publishedClass(cloud, {
    sessions: SESSIONS,
    ...DEADLINES,
  })
/** A class of three weeks whose first session household 11 checked in to, and household 12 missed. */
async function begun(): Promise<string> {
  const classId = await weeks()
  for (const n of [11, 12]) await cloud.must(head(n), 'training.enrol', { classId })
  await clockAt('2026-12-07T09:05')
  const code = await codeNow(cloud, classId)
  await cloud.must(head(11), 'training.checkIn', { classId, session: 's1', code })
  return classId
}
const listed = async (n: number, when: 'coming' | 'past', classId: string) =>
  (await cloud.must(head(n), 'training.myEnrolments', { when })).enrolments.find(
    (each) => each.classId === classId,
  )
const home = async (n: number) => (await cloud.must(head(n), 'home.get', {})).training.next

test('before a later session one is reminded of that session: its day, its place, in the message and on the phone', async () => {
  const classId = await weeks()
  const without = 'person-1-3'
  await cloud.must(head(11), 'training.enrol', { classId })
  await cloud.must('demo-informant', 'training.enrol', { classId, people: [without] })
  const last = async () => (await cloud.must(head(11), 'inbox.list', {})).messages[0]
  await clockAt('2026-12-06T19:00')
  await cloud.timer()
  expect(await last()).toMatchObject({ text: expect.stringMatching(/^12 月 7 日 周一 9:00，文化站。/) })
  await clockAt('2026-12-13T19:00')
  await cloud.timer()
  expect(await last()).toMatchObject({
    title: '快上课了：修剪班',
    text: expect.stringMatching(/^12 月 14 日 周一 9:00，果园。/),
  })
  const [kept] = cloud.emulator.store.find('notifications', {
    _id: `remind:${classId}:2:person-11-1`,
  } as never) as unknown as { delivery: { values: object } }[]
  expect(kept?.delivery.values).toMatchObject({ time2: '2026年12月14日 09:00', thing3: '果园' })
  // Their informant passes the same on, until that session is over.
  const toTell = async () =>
    (await cloud.must('demo-informant', 'training.tellOthers', {})).messages
      .filter(({ title }) => title.startsWith('快上课了'))
      .map(({ text }) => text.slice(0, 12))
  expect(await toTell()).toEqual(['12 月 14 日 周一'])
  await clockAt('2026-12-14T17:01')
  expect(await toTell()).toEqual([])
})

test('a class that goes on is to come for who was there and for who missed the first session, until its last is over', async () => {
  const classId = await begun()
  expect(await home(11)).toMatchObject({ classId, state: 'attended', startsAt: SESSIONS[0]!.startsAt })
  await clockAt('2026-12-08T10:00')
  for (const [n, state] of [
    [11, 'attended'],
    [12, 'enrolled'],
  ] as const) {
    const next = { classId, state, startsAt: SESSIONS[1]!.startsAt, place: '果园' }
    expect(await home(n)).toMatchObject(next)
    expect(await listed(n, 'coming', classId)).toMatchObject({ ...next, day: '2026-12-07' })
    expect(await listed(n, 'past', classId)).toBeUndefined()
  }
  await clockAt('2026-12-21T17:00')
  expect(await home(11)).toBeUndefined()
  expect(await listed(11, 'coming', classId)).toBeUndefined()
  expect(await listed(11, 'past', classId)).toMatchObject({
    startsAt: SESSIONS[0]!.startsAt,
    place: '文化站',
  })
})

test('what is to come is in the order of what is next, not of when it began or ends', async () => {
  const others = [
    await publishedClass(cloud, { ...DEADLINES, sessions: [session('12', '文化站')] }),
    await publishedClass(cloud, { ...DEADLINES, sessions: [session('16', '文化站')] }),
  ]
  for (const each of others) await cloud.must(head(11), 'training.enrol', { classId: each })
  const classId = await begun()
  await clockAt('2026-12-08T10:00')
  const { enrolments } = await cloud.must(head(11), 'training.myEnrolments', { when: 'coming' })
  const ids = [others[0], classId, others[1]]
  expect(enrolments.map((each) => each.classId).filter((id) => ids.includes(id))).toEqual(ids)
  expect((await home(11))?.classId).toBe(others[0])
})

test('of a class called off on the way nothing is to come; who was there has it among what they learned', async () => {
  const classId = await begun()
  await clockAt('2026-12-08T10:00')
  await cloud.must('demo-bureau', 'training.cancel', { classId, reason: '路断了' })
  await cloud.timer()
  expect(await listed(11, 'coming', classId)).toBeUndefined()
  expect(await home(11)).toBeUndefined()
  expect(await listed(11, 'past', classId)).toMatchObject({ state: 'attended' })
})

test('closed while the last session goes on, it is behind everybody', async () => {
  const classId = await begun()
  await clockAt('2026-12-21T16:00')
  expect(await listed(12, 'coming', classId)).toMatchObject({ startsAt: SESSIONS[2]!.startsAt })
  await cloud.must('demo-bureau', 'training.finish', { classId })
  await cloud.timer()
  for (const [n, state] of [
    [11, 'attended'],
    [12, 'absent'],
  ] as const) {
    expect(await listed(n, 'coming', classId)).toBeUndefined()
    expect(await listed(n, 'past', classId)).toMatchObject({ state })
  }
})
