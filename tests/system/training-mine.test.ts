import { TOPICS } from '../../contract/training/words'
import { type Cloud, startCloud } from './cloud'
import { offered, publishedClass } from './training-desk'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const head = (n: number) => `demo-villager-${n}`
const comingOf = async (openid: string, classId: string) =>
  (await cloud.must(openid, 'training.myEnrolments', { when: 'coming' })).enrolments.find(
    (each) => each.classId === classId,
  )
const home = async (openid: string) => (await cloud.must(openid, 'home.get', {})).training

test('open classes of one topic are those of the whole list that are of it', async () => {
  for (const openid of ['demo-villager', 'demo-visitor']) {
    const { classes } = await cloud.must(openid, 'training.list', {})
    for (const topic of TOPICS) {
      const own = (await cloud.must(openid, 'training.list', { topic })).classes
      expect(own).toEqual(classes.filter((each) => each.topic === topic))
    }
    expect(classes.length).toBeGreaterThan(3)
  }
})

test('my list says my place in every line I stand in, by one count of them all', async () => {
  const lines = [await publishedClass(cloud, { seats: 1 }), await publishedClass(cloud, { seats: 1 })]
  for (const n of [1, 2, 3]) await cloud.must(head(n), 'training.enrol', { classId: lines[0]!, wait: true })
  for (const n of [1, 3]) await cloud.must(head(n), 'training.enrol', { classId: lines[1]!, wait: true })
  const places = await Promise.all(lines.map(async (id) => (await comingOf(head(3), id))?.inLine))
  expect(places).toEqual([2, 1])
  expect((await comingOf(head(1), lines[0]!))?.inLine).toBeUndefined()
  const { exchanges } = cloud.last('training.myEnrolments')
  expect(exchanges.reduce((sum, { scanned }) => sum + scanned, 0)).toBeLessThan(50)
})

test('home says first what waits for my word: an offer, then a change', async () => {
  const { classId, openid } = await offered(cloud)
  expect(await home(openid)).toMatchObject({
    ask: { classId, state: 'offered', offerUntil: expect.any(String) },
  })
  await cloud.must(openid, 'training.claim', { classId })
  expect(await home(openid)).toEqual({ next: expect.objectContaining({ classId, state: 'enrolled' }) })
  const { version, plan } = await cloud.must('demo-bureau', 'training.plan', { classId })
  const sessions = plan.sessions.map((each) => ({ ...each, place: '李家湾村' }))
  await cloud.must('demo-bureau', 'training.changeTimeOrPlace', {
    classId,
    version,
    sessions,
    reason: '下雪',
  })
  await cloud.timer()
  expect(await home(openid)).toEqual({ ask: expect.objectContaining({ classId, needsConfirm: true }) })
  await cloud.must(openid, 'training.confirmAgain', { classId })
  expect((await home(openid)).ask).toBeUndefined()
})

test('a class put off or called off stays in the lists of its people, with the reason', async () => {
  const classId = await publishedClass(cloud, { seats: 2 })
  for (const n of [30, 31]) await cloud.must(head(n), 'training.enrol', { classId })
  await cloud.must(head(32), 'training.enrol', { classId, wait: true })
  await cloud.must('demo-bureau', 'training.postpone', { classId, reason: '老师生病' })
  await cloud.timer()
  const off = { as: 'postponed', reason: '老师生病' }
  expect(await comingOf(head(30), classId)).toMatchObject({ state: 'enrolled', off })
  // Also when the dates that were have passed: they are waited for.
  const [{ endsAt }] = cloud.emulator.store.find('classes', { _id: classId }) as unknown as [
    { endsAt: string },
  ]
  const before = await cloud.emulator.clock.now()
  await cloud.emulator.clock.set(Date.parse(endsAt) + 1000)
  expect(await comingOf(head(30), classId)).toMatchObject({ state: 'enrolled', off })
  expect(await comingOf(head(32), classId)).toMatchObject({ state: 'waiting', off })
  expect((await home(head(32))).next).toMatchObject({ classId, state: 'waiting' })
  await cloud.emulator.clock.set(before)
  const { version, plan } = await cloud.must('demo-bureau', 'training.plan', { classId })
  const again = { classId, version, sessions: plan.sessions, reason: '老师好了' }
  await cloud.must('demo-bureau', 'training.changeTimeOrPlace', again)
  await cloud.timer()
  expect((await comingOf(head(30), classId))?.off).toBeUndefined()
  await cloud.must(head(31), 'training.cancelEnrolment', { classId })
  await cloud.must('demo-bureau', 'training.cancel', { classId, reason: '路断了' })
  await cloud.timer()
  expect(await comingOf(head(30), classId)).toMatchObject({
    state: 'cancelled',
    off: { as: 'cancelled', reason: '路断了' },
  })
  // Who left by themselves is not concerned.
  expect(await comingOf(head(31), classId)).toBeUndefined()
})
