import { type Cloud, startCloud } from './cloud'
import { desk, expectSound, publishedClass } from './training-desk'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())
beforeEach(() => cloud.emulator.clock.set(Date.parse('2026-11-25T10:00:00+08:00')))

const head = (n: number) => `demo-villager-${n}`
const messagesOf = async (n: number, classId: string) =>
  (await cloud.must(head(n), 'inbox.list', {})).messages
    .filter(({ page }) => page.endsWith(classId))
    .map(({ title }) => title.split('：')[0])
const session = (day: string, place = '文化站') => ({
  startsAt: `${day}T01:00:00.000Z`,
  endsAt: `${day}T09:00:00.000Z`,
  place,
})
const dates = {
  sessions: [session('2026-12-10')],
  signUpClosesAt: '2026-12-08T01:00:00.000Z',
  cancelClosesAt: '2026-12-09T01:00:00.000Z',
}
/** Three seats taken, one in line. */
async function fullClass(some: Parameters<typeof publishedClass>[1] = {}) {
  const classId = await publishedClass(cloud, { ...dates, seats: 3, ...some })
  for (const n of [1, 2, 3]) await cloud.must(head(n), 'training.enrol', { classId })
  await cloud.must(head(4), 'training.enrol', { classId, wait: true })
  return classId
}

test('another time reaches everybody in it and in line, once, and asks those with a seat to confirm', async () => {
  const classId = await fullClass()
  const { version } = await cloud.must('demo-bureau', 'training.plan', { classId })
  const change = { classId, version, sessions: [session('2026-12-17', '李家湾村')], reason: '下雪' }
  await cloud.must('demo-bureau', 'training.changeTimeOrPlace', change)
  expect(await cloud.ask('demo-bureau', 'training.changeTimeOrPlace', change)).toMatchObject({
    error: { code: 'STALE' },
  })
  for (let run = 0; run < 3; run++) await cloud.timer()
  for (const n of [1, 2, 3, 4]) {
    expect((await messagesOf(n, classId)).filter((title) => title === '改时间地点了')).toHaveLength(1)
    const { mine, startsAt } = await cloud.must(head(n), 'training.get', { classId })
    expect([n, mine?.needsConfirm, startsAt]).toEqual([n, n < 4, '2026-12-17T01:00:00.000Z'])
  }
  await cloud.must(head(1), 'training.confirmAgain', { classId })
  expect(await cloud.ask(head(1), 'training.confirmAgain', { classId })).toMatchObject({
    error: { code: 'NOTHING_TO_CONFIRM' },
  })
  const { people } = await cloud.must('demo-bureau', 'training.roster', { classId, state: 'enrolled' })
  expect(people.filter(({ needsConfirm }) => needsConfirm).map(({ personId }) => personId)).toEqual([
    'person-2-1',
    'person-3-1',
  ])
  const unconfirmed = { classId, state: 'enrolled', unconfirmed: true } as const
  const asked = await cloud.must('demo-bureau', 'training.roster', unconfirmed)
  expect(asked.people.map(({ personId }) => personId)).toEqual(['person-2-1', 'person-3-1'])
  const coming = await cloud.must(head(2), 'training.myEnrolments', { when: 'coming' })
  expect(coming.enrolments.find((each) => each.classId === classId)).toMatchObject({
    startsAt: '2026-12-17T01:00:00.000Z',
    place: '李家湾村',
    needsConfirm: true,
  })
  expect(desk(cloud).classOf(classId).tell).toBeUndefined()
})

test('a class that is put off keeps its people; with a new time it is open again', async () => {
  const classId = await fullClass()
  await cloud.must('demo-bureau', 'training.postpone', { classId, reason: '老师生病' })
  await cloud.timer()
  expect((await messagesOf(1, classId))[0]).toBe('推迟了')
  expect(await cloud.ask(head(5), 'training.enrol', { classId })).toMatchObject({
    error: { code: 'CLASS_POSTPONED', message: expect.stringContaining('老师生病') },
  })
  expectSound(cloud, classId)
  const { version } = await cloud.must('demo-bureau', 'training.plan', { classId })
  const { phase } = await cloud.must('demo-bureau', 'training.changeTimeOrPlace', {
    classId,
    version,
    sessions: [session('2026-12-20')],
    reason: '老师好了',
  })
  expect(phase).toBe('open')
})

test('put off past its old deadline, a seat can still be given up, and an offer be left to others', async () => {
  const classId = await offeredClass()
  const full = await fullClass()
  for (const each of [classId, full])
    await cloud.must('demo-bureau', 'training.postpone', { classId: each, reason: '老师生病' })
  await cloud.timer()
  await cloud.emulator.clock.set(Date.parse('2026-12-09T10:00:00+08:00'))
  await cloud.must(head(1), 'training.cancelEnrolment', { classId: full, reason: '家里有事' })
  await cloud.must(head(2), 'training.decline', { classId })
  expect((await offerOf(2, classId))[0]).toBe('declined')
  expectSound(cloud, classId)
  expectSound(cloud, full)
})

/** One seat, offered to household 2 for two working hours; household 3 waits. */
async function offeredClass() {
  const classId = await publishedClass(cloud, { ...dates, seats: 1, claimHours: 2 })
  for (const n of [1, 2, 3]) await cloud.must(head(n), 'training.enrol', { classId, wait: true })
  await cloud.must(head(1), 'training.cancelEnrolment', { classId })
  await cloud.timer()
  return classId
}
const offerOf = async (n: number, classId: string) => {
  const { mine } = await cloud.must(head(n), 'training.get', { classId })
  return [mine?.state, mine?.offerUntil]
}
const lastOf = async (n: number, classId: string) =>
  (await cloud.must(head(n), 'inbox.list', {})).messages.find(({ page }) => page.endsWith(classId))
const anotherDay = async (classId: string, day: string) => {
  const { version } = await cloud.must('demo-bureau', 'training.plan', { classId })
  const change = { classId, version, sessions: [session(day)], reason: '老师好了' }
  await cloud.must('demo-bureau', 'training.changeTimeOrPlace', change)
}

test('an offer of a class that is put off waits with it, and has its hours anew once there is a date', async () => {
  const classId = await offeredClass()
  expect(await offerOf(2, classId)).toEqual(['offered', expect.stringMatching(/^2026-11-25T06:00/)])
  await cloud.must('demo-bureau', 'training.postpone', { classId, reason: '老师生病' })
  await cloud.timer()
  expect((await lastOf(2, classId))?.text).toContain('给您留的名额还在，不会过期')
  expect((await lastOf(3, classId))?.text).toContain('您的排队还在')
  await cloud.emulator.clock.set(Date.parse('2026-11-28T10:00:00+08:00'))
  await cloud.timer()
  expect(await offerOf(2, classId)).toEqual(['offered', undefined])
  expect((await cloud.must('demo-bureau', 'training.offers', { classId })).offers[0]?.until).toBeUndefined()
  expect(await cloud.ask(head(2), 'training.claim', { classId })).toMatchObject({
    error: { code: 'CLASS_POSTPONED', message: expect.stringMatching(/推迟了.*名额还在.*会通知/) },
  })
  // A Monday morning.
  await cloud.emulator.clock.set(Date.parse('2026-11-30T09:00:00+08:00'))
  await anotherDay(classId, '2026-12-20')
  await cloud.timer()
  expect(await offerOf(2, classId)).toEqual(['offered', expect.stringMatching(/^2026-11-30T03:00/)])
  expect((await lastOf(2, classId))?.text).toMatch(
    /^改到 12 月 20 日 周日 9:00，.*名额给您留到 11 月 30 日 周一 11:00。/,
  )
  expect(desk(cloud).offersOf(classId)).toMatchObject([{ until: expect.stringMatching(/^2026-11-30T03:00/) }])
  expect(await cloud.must(head(2), 'training.claim', { classId })).toEqual({ classId, state: 'enrolled' })
  expect((await lastOf(2, classId))?.text).toContain('12 月 20 日 周日 9:00')
  expectSound(cloud, classId)
})

test('an offer whose hours ran out before jobs said so of a class put off, and on again, is still theirs', async () => {
  const classId = await offeredClass()
  await cloud.must('demo-bureau', 'training.postpone', { classId, reason: '老师生病' })
  await cloud.emulator.clock.set(Date.parse('2026-11-26T09:00:00+08:00'))
  await anotherDay(classId, '2026-12-20')
  // They are told of the new date, not of one that is off.
  await cloud.timer()
  expect((await messagesOf(2, classId)).slice(0, 2)).toEqual(['改时间地点了', '有名额了'])
  expect(await offerOf(2, classId)).toEqual(['offered', expect.stringMatching(/^2026-11-26T03:00/)])
  // And then it runs out as any.
  await cloud.emulator.clock.set(Date.parse('2026-11-26T11:01:00+08:00'))
  await cloud.timer()
  expect(await offerOf(2, classId)).toEqual(['lapsed', undefined])
  expect((await offerOf(3, classId))[0]).toBe('offered')
  expectSound(cloud, classId)
})

test('too late to cancel or to answer otherwise, it is said since when and whom to call', async () => {
  const classId = await fullClass()
  const edited = async (n: number) => {
    const answer = await cloud.ask(head(n), 'training.editEnrolment', { classId, answers: [] })
    return answer.ok ? undefined : [answer.error.code, answer.error.message]
  }
  expect(await edited(9)).toEqual(['NOT_ENROLLED', '没有报这个班，没有可以改的。想去请先报名。'])
  await cloud.emulator.clock.set(Date.parse('2026-12-09T10:00:00+08:00'))
  const { contact } = await cloud.must(head(1), 'training.get', { classId })
  expect(await cloud.ask(head(1), 'training.cancelEnrolment', { classId })).toMatchObject({
    error: {
      code: 'CANCEL_CLOSED',
      message: `取消的时间已经过了（12 月 9 日 周三 9:00）。来不了请打电话 ${contact}。`,
    },
  })
  expect(await edited(1)).toEqual([
    'EDIT_CLOSED',
    `改报名的时间已经过了（12 月 9 日 周三 9:00）。要改请打电话 ${contact}。`,
  ])
})

test('a class that is called off tells everybody why and frees them for others of its kind', async () => {
  const classId = await fullClass({ kind: 'outreach', onceInYears: 1 })
  const other = await publishedClass(cloud, { ...dates, kind: 'outreach', onceInYears: 1 })
  const refused = await cloud.ask(head(1), 'training.enrol', { classId: other })
  expect(refused).toMatchObject({ error: { code: 'HAD_ONE', message: expect.stringContaining('2026') } })
  await cloud.must('demo-bureau', 'training.cancel', { classId, reason: '路断了' })
  await cloud.timer()
  for (const n of [1, 2, 3, 4]) expect((await messagesOf(n, classId))[0]).toBe('取消了')
  expect(desk(cloud).classOf(classId)).toMatchObject({ taken: 0, line: {}, held: { all: 0 } })
  expect((await cloud.must(head(1), 'training.get', { classId })).mine).toMatchObject({
    state: 'cancelled',
    reason: expect.stringContaining('路断了'),
  })
  await cloud.must(head(1), 'training.enrol', { classId: other })
  expectSound(cloud, classId)
})

test('a refusal says what else is open to the person, and the page lists it', async () => {
  const answer = await cloud.ask(head(2), 'training.enrol', { classId: 'class-open-4' })
  expect(answer).toMatchObject({
    error: { code: 'NOT_ELIGIBLE', message: expect.stringMatching(/青石乡.*现在还能报：/) },
  })
  const page = await cloud.must(head(2), 'training.get', { classId: 'class-open-4' })
  expect(page.obstacle).toMatchObject({ code: 'NOT_ELIGIBLE' })
  expect(page.elsewhere.length).toBeGreaterThan(0)
  for (const { id } of page.elsewhere)
    expect((await cloud.must(head(2), 'training.get', { classId: id })).obstacle).toBeUndefined()
})

test('everybody who is enrolled is reminded three days before and on the evening before, once each', async () => {
  const classId = await fullClass()
  const reminders = async (n: number) =>
    (await messagesOf(n, classId)).filter((title) => title === '快上课了').length
  await cloud.emulator.clock.set(Date.parse('2026-12-07T08:59:00+08:00'))
  await cloud.timer()
  expect(await reminders(1)).toBe(0)
  await cloud.emulator.clock.set(Date.parse('2026-12-07T09:00:00+08:00'))
  for (let run = 0; run < 3; run++) await cloud.timer()
  expect(await Promise.all([1, 2, 3, 4].map(reminders))).toEqual([1, 1, 1, 0])
  await cloud.must(head(3), 'training.cancelEnrolment', { classId })
  await cloud.emulator.clock.set(Date.parse('2026-12-09T19:00:00+08:00'))
  for (let run = 0; run < 3; run++) await cloud.timer()
  expect(await Promise.all([1, 2, 3].map(reminders))).toEqual([2, 2, 1])
  expect(desk(cloud).classOf(classId).remindAt).toBeUndefined()
})
