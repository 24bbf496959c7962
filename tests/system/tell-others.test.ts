import type { NotificationDocument } from '../../cloudfunctions/areas/notification/documents'
import type { EnrolmentDocument } from '../../cloudfunctions/areas/training/documents'
import { begunWith } from './certificate-class'
import { type Cloud, startCloud } from './cloud'
import { todaysClass } from './training-day'
import { desk, publishedClass } from './training-desk'

let cloud: Cloud
let clean: string
beforeAll(async () => {
  cloud = await startCloud()
  clean = await cloud.emulator.snapshot()
})
afterEach(() => cloud.emulator.restore(clean))
afterAll(() => cloud.close())

const DAY = 24 * 3_600_000
const INFORMANT = 'demo-informant'
/** Of the informant's village, without an account; a head, who has one. */
const [WITHOUT, WITH] = ['person-1-3', 'person-1-1']
const list = async () => (await cloud.must(INFORMANT, 'training.tellOthers', {})).messages

/** A seat somebody gave up, offered to who stands in line by their informant. */
async function offeredTo(personId: string): Promise<string> {
  const classId = await publishedClass(cloud, { seats: 1 })
  await cloud.must('demo-villager-30', 'training.enrol', { classId })
  await cloud.must(INFORMANT, 'training.enrol', { classId, people: [personId], wait: true })
  await cloud.must('demo-villager-30', 'training.cancelEnrolment', { classId })
  await cloud.timer()
  return classId
}
/** Held elsewhere, and everybody told. */
async function moved(classId: string): Promise<void> {
  const { plan, version } = await cloud.must('demo-bureau', 'training.plan', { classId })
  await cloud.must('demo-bureau', 'training.changeTimeOrPlace', {
    classId,
    version,
    reason: '换个大的',
    sessions: plan.sessions.map((session) => ({ ...session, place: '村小学' })),
  })
  await cloud.timer()
}

test('who has no account is told by their informant: the seat, the change, the cancellation; who has one is not listed', async () => {
  const classId = await publishedClass(cloud)
  await cloud.must(INFORMANT, 'training.enrol', { classId, people: [WITHOUT, WITH] })
  const [seat, more] = await list()
  expect(more).toBeUndefined()
  expect(seat).toMatchObject({
    personId: WITHOUT,
    title: '已报名：修剪班',
    page: expect.stringContaining(classId),
  })
  expect(seat?.name).not.toBe('')
  await cloud.must('demo-bureau', 'training.cancel', { classId, reason: '下大雨' })
  await cloud.timer()
  expect((await list()).map(({ personId, title }) => [personId, title])).toEqual([
    [WITHOUT, '取消了：修剪班'],
  ])
})

test('an offer says until when, and is for the informant to pass on', async () => {
  const classId = await publishedClass(cloud, { seats: 1 })
  await cloud.must('demo-villager-30', 'training.enrol', { classId })
  await cloud.must(INFORMANT, 'training.enrol', { classId, people: [WITHOUT], wait: true })
  // To stand in line is no news: the informant has just done it.
  expect(await list()).toEqual([])
  await cloud.must('demo-villager-30', 'training.cancelEnrolment', { classId })
  await cloud.timer()
  expect(await list()).toMatchObject([
    { personId: WITHOUT, text: expect.stringMatching(/给您留到 \d+ 月 \d+ 日 周. /) },
  ])
})

test('what is passed on says the day, which stays true however late it is read', async () => {
  const classId = await todaysClass(cloud)
  await cloud.must(INFORMANT, 'training.enrol', { classId, people: [WITHOUT] })
  expect((await list())[0]?.text).toMatch(/^\d+ 月 \d+ 日 周. \d+:\d\d，/)
})

test('what was passed on is out of the list, with who did it; again it changes nothing; others’ is not found', async () => {
  const classId = await todaysClass(cloud)
  await cloud.must(INFORMANT, 'training.enrol', { classId, people: [WITHOUT] })
  const id = (await list())[0]!.id
  const told = (openid: string) => cloud.must(openid, 'training.toldOthers', { ids: [id, 'nothing'] })
  expect((await told('demo-informant-2')).results.map(({ error }) => error?.code)).toEqual([
    'NOT_FOUND',
    'NOT_FOUND',
  ])
  expect(await list()).toHaveLength(1)
  for (let twice = 0; twice < 2; twice++)
    expect((await told(INFORMANT)).results.map(({ error }) => error?.code)).toEqual([undefined, 'NOT_FOUND'])
  expect(await list()).toEqual([])
  const [message] = cloud.emulator.store.find('notifications', { _id: id } as never) as unknown as [
    NotificationDocument,
  ]
  expect(message.relayed).toMatchObject({ name: expect.any(String), at: expect.any(String) })
})

test('a seat the informant gives up again is no news any more; nor is an offer that was taken or declined', async () => {
  const classId = await publishedClass(cloud)
  await cloud.must(INFORMANT, 'training.enrol', { classId, people: [WITHOUT] })
  await cloud.must(INFORMANT, 'training.cancelEnrolment', { classId }, WITHOUT)
  expect(await list()).toEqual([])
  for (const answer of ['training.claim', 'training.decline'] as const) {
    const offeredId = await offeredTo(WITHOUT)
    expect((await list()).map(({ title }) => title)).toEqual(['有名额了：修剪班'])
    await cloud.must(INFORMANT, answer, { classId: offeredId }, WITHOUT)
    expect(await list()).toEqual([])
  }
})

test('of an offer, its class put off and then held elsewhere, the latest is to be told', async () => {
  const classId = await offeredTo(WITHOUT)
  await cloud.must('demo-bureau', 'training.postpone', { classId, reason: '下大雨' })
  await cloud.timer()
  expect((await list()).map(({ title }) => title)).toEqual(['推迟了：修剪班'])
  await moved(classId)
  const [only, ...others] = await list()
  expect(others).toEqual([])
  expect(only).toMatchObject({ title: '改时间地点了：修剪班', text: expect.stringContaining('给您留到') })
  await cloud.must(INFORMANT, 'training.claim', { classId }, WITHOUT)
  expect(await list()).toEqual([])
})

test('who confirms a change for them has told them', async () => {
  const classId = await publishedClass(cloud)
  await cloud.must(INFORMANT, 'training.enrol', { classId, people: [WITHOUT] })
  await moved(classId)
  expect((await list()).map(({ title }) => title)).toEqual(['改时间地点了：修剪班'])
  await cloud.must(INFORMANT, 'training.confirmAgain', { classId }, WITHOUT)
  expect(await list()).toEqual([])
})

test('a reminder takes the place of what was to be told before it; what was told meanwhile stays told', async () => {
  const classId = await publishedClass(cloud)
  await cloud.must(INFORMANT, 'training.enrol', { classId, people: [WITHOUT] })
  const seat = (await list())[0]!.id
  const { startsAt } = desk(cloud).classOf(classId)
  // A reminder three days before, another on the evening before.
  for (const hours of [60, 10]) {
    const now = await cloud.emulator.clock.now()
    await cloud.emulator.clock.advance(Date.parse(startsAt) - hours * 3_600_000 - now)
    await cloud.timer()
    expect((await list()).map(({ title }) => title)).toEqual(['快上课了：修剪班'])
  }
  // The informant's list was older: the reminder is to be told all the same.
  await cloud.must(INFORMANT, 'training.toldOthers', { ids: [seat] })
  expect(await list()).toHaveLength(1)
})

test('a certificate is for the informant to pass on', async () => {
  const classId = begunWith(cloud, { [WITHOUT]: 'attended', [WITH]: 'attended' })
  await cloud.must('demo-bureau', 'training.finish', { classId })
  await cloud.timer()
  expect(await list()).toMatchObject([
    { personId: WITHOUT, title: expect.stringMatching(/^结业证书发下来了/) },
  ])
})

test('the number of what is to be passed on is on home and beside the people; a long list comes in pages, each once', async () => {
  const [model] = cloud.emulator.store.find('enrolments', { classId: 'class-open-5' }, 1) as unknown as [
    EnrolmentDocument,
  ]
  const village = (cloud.emulator.store.find('people', { _id: WITHOUT })[0] as unknown as { village: string })
    .village
  const now = Date.now()
  const relay = (n: number) => ({
    village,
    // Two at the same moment: the order goes by the row then.
    at: new Date(now - Math.floor(n / 2) * 60_000).toISOString(),
    until: new Date(now + DAY).toISOString(),
    message: `message-${n}`,
    ...{ title: '已报名', text: '明天上课。', page: '/training/class/index?id=c' },
  })
  const rows = Array.from({ length: 60 }, (_, n) => ({
    ...model,
    ...{ _id: `class-${n}:${WITHOUT}`, classId: `class-${n}`, personId: WITHOUT, relay: relay(n) },
  }))
  cloud.emulator.store.insertMany('enrolments', rows as never)
  const home = await cloud.must(INFORMANT, 'home.get', {})
  expect(home.desks.informant).toEqual({ toTell: 60 })
  expect((await cloud.must('demo-informant-2', 'home.get', {})).desks.informant).toEqual({ toTell: 0 })
  expect((await cloud.must('demo-villager', 'home.get', {})).desks.informant).toBeUndefined()
  expect((await cloud.must(INFORMANT, 'registry.people', {})).toTell).toBe(60)
  const first = await cloud.must(INFORMANT, 'training.tellOthers', {})
  const second = await cloud.must(INFORMANT, 'training.tellOthers', { cursor: first.next! })
  expect(second.next).toBeUndefined()
  expect(new Set([...first.messages, ...second.messages].map(({ id }) => id)).size).toBe(60)
})

test('what is over need not be passed on any more', async () => {
  const classId = await todaysClass(cloud)
  await cloud.must(INFORMANT, 'training.enrol', { classId, people: [WITHOUT] })
  expect(await list()).toHaveLength(1)
  const [training] = cloud.emulator.store.find('classes', { _id: classId }) as unknown as [{ endsAt: string }]
  await cloud.emulator.clock.advance(Date.parse(training.endsAt) - Date.now() + 60_000)
  expect(await list()).toEqual([])
})
