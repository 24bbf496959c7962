import { type Cloud, startCloud } from './cloud'
import { desk, expectSound, outcomeOf, type Plan, publishedClass } from './training-desk'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())
/** A Friday afternoon, an hour before the offices close. */
const FRIDAY = Date.parse('2026-11-27T17:00:00+08:00')
beforeEach(() => cloud.emulator.clock.set(FRIDAY))

const at = (beijing: string) => new Date(`${beijing}+08:00`).toISOString()
/** The nth household's head; household n lives in village (n − 1) mod 64. */
const head = (n: number) => `demo-villager-${n}`
const enrol = async (n: number, classId: string, wait = true) => {
  const answer = await cloud.ask(head(n), 'training.enrol', { classId, wait })
  return answer.ok ? outcomeOf(answer.data.results[0]!) : answer.error.code
}
const mineOf = async (n: number, classId: string) =>
  (await cloud.must(head(n), 'training.get', { classId })).mine
const leave = (n: number, classId: string) =>
  cloud.must(head(n), 'training.cancelEnrolment', { classId, reason: '有事' })
const messagesOf = async (n: number, classId: string) =>
  (await cloud.must(head(n), 'inbox.list', {})).messages
    .filter(({ page }) => page.endsWith(classId))
    .map(({ title }) => title.split('：')[0])

test('a full class waits in line, the seat is offered with a deadline in working hours, and claimed in one tap', async () => {
  const classId = await publishedClass(cloud, { seats: 1, claimHours: 2 })
  expect(await Promise.all([1].map((n) => enrol(n, classId)))).toEqual(['enrolled'])
  expect(await enrol(2, classId, false)).toBe('CLASS_FULL')
  expect(await enrol(2, classId)).toBe('waiting 1')
  expect(await enrol(3, classId)).toBe('waiting 2')
  expect(await enrol(3, classId)).toBe('WAITING_ALREADY')
  expect(await mineOf(3, classId)).toMatchObject({ state: 'waiting', place: 2 })
  const seen = await cloud.must(head(3), 'training.get', { classId })
  expect(seen.waitlist).toEqual({ rule: 'order', words: expect.any(String), waiting: 2, claimHours: 2 })
  await leave(1, classId)
  // Between the seat and its offer nobody comes before those in line.
  expect(await enrol(4, classId, false)).toBe('LINE_FIRST')
  expect(await cloud.timer()).toMatchObject({ data: { offered: 1 } })
  // One working hour of Friday, one of Monday.
  expect(await mineOf(2, classId)).toMatchObject({
    state: 'offered',
    offerUntil: expect.stringMatching(/^2026-11-30T02:0/),
  })
  expect(await mineOf(3, classId)).toMatchObject({ state: 'waiting', place: 1 })
  expect(await cloud.must(head(2), 'training.claim', { classId })).toEqual({ classId, state: 'enrolled' })
  expect(await messagesOf(2, classId)).toEqual(['已报名', '有名额了', '排上队了'])
  expect(await cloud.ask(head(3), 'training.claim', { classId })).toMatchObject({
    error: { code: 'NO_OFFER' },
  })
  expectSound(cloud, classId)
})

test('what is declined or runs out passes on; who was too late is told, and may stand in line again', async () => {
  const classId = await publishedClass(cloud, { seats: 1, claimHours: 1 })
  for (const n of [1, 2, 3, 4]) await enrol(n, classId)
  await leave(1, classId)
  await cloud.timer()
  await cloud.must(head(2), 'training.decline', { classId })
  await cloud.timer()
  expect(await mineOf(2, classId)).toMatchObject({ state: 'declined' })
  expect(await mineOf(3, classId)).toMatchObject({ state: 'offered' })
  await cloud.emulator.clock.set(Date.parse((await mineOf(3, classId))?.offerUntil ?? ''))
  // The deadline is the deadline, whether or not jobs has been there.
  expect(await cloud.ask(head(3), 'training.claim', { classId })).toMatchObject({
    error: { code: 'OFFER_OVER' },
  })
  await cloud.timer()
  expect(await mineOf(3, classId)).toMatchObject({ state: 'lapsed' })
  expect((await messagesOf(3, classId))[0]).toBe('留的名额到时间了')
  expect(await mineOf(4, classId)).toMatchObject({ state: 'offered' })
  expect(await enrol(3, classId)).toBe('waiting 1')
  const { offers } = await cloud.must('demo-bureau', 'training.offers', { classId })
  expect(offers.map(({ personId, outcome }) => [personId, outcome])).toEqual([
    ['person-4-1', undefined],
    ['person-3-1', 'expired'],
    ['person-2-1', 'declined'],
  ])
  expectSound(cloud, classId)
})

test('a seat of a full village goes to its own line first; the bureau sees why, and why not', async () => {
  const classId = await publishedClass(cloud, { seats: 2, seatsPerVillage: 1 })
  // 1 and 65 live in one village, 2 and 66 in another, 3 in a third.
  expect(await enrol(1, classId)).toBe('enrolled')
  expect(await enrol(2, classId)).toBe('enrolled')
  expect(await enrol(66, classId)).toBe('waiting 1')
  expect(await enrol(3, classId)).toBe('waiting 2')
  expect(await enrol(65, classId)).toBe('waiting 3')
  await leave(1, classId)
  await cloud.timer()
  expect(await mineOf(65, classId)).toMatchObject({ state: 'offered' })
  const { offers } = await cloud.must('demo-bureau', 'training.offers', { classId })
  expect(offers[0]).toMatchObject({
    because: 'village',
    passed: [
      { personId: 'person-66-1', why: '自己村的名额满了' },
      { personId: 'person-3-1', why: expect.stringContaining('先给那个村') },
    ],
  })
  const { people, counts } = await cloud.must('demo-bureau', 'training.roster', { classId, state: 'waiting' })
  expect(counts).toEqual({ seats: 2, taken: 1, held: 1, waiting: 2 })
  expect(people.map(({ personId, reason }) => [personId, reason])).toEqual([
    ['person-66-1', '没有能用的空名额'],
    ['person-3-1', '没有能用的空名额'],
  ])
  expectSound(cloud, classId)
})

test('who is put in line is told the true reason; who enrols others is told of them, and what else is open beside it', async () => {
  const classId = await publishedClass(cloud, { seats: 9, seatsPerVillage: 1 })
  // 65 lives in the informant's village.
  expect(await enrol(65, classId)).toBe('enrolled')
  const others = { classId, people: ['person-1-2', 'person-1-1'] }
  const { results } = await cloud.must('demo-informant', 'training.enrol', { ...others, wait: true })
  expect(results).toMatchObject([
    {
      error: {
        code: 'VILLAGE_FULL',
        message: expect.stringMatching(/^他们村的名额报满了，已经排上队，第 1 位/),
      },
    },
    {
      error: {
        code: 'VILLAGE_FULL',
        message: expect.stringMatching(/^他们村的名额报满了，已经排上队，第 2 位/),
      },
    },
  ])
  const full = await publishedClass(cloud, { seats: 9, seatsPerVillage: 1 })
  expect(await enrol(65, full)).toBe('enrolled')
  const refused = await cloud.must('demo-informant', 'training.enrol', { ...others, classId: full })
  for (const { error } of refused.results.flatMap((result) => (result.enrolled ? [] : [result])))
    expect(error).toEqual({
      code: 'VILLAGE_FULL',
      message: '他们村的名额报满了。',
      elsewhere: [expect.any(String), expect.any(String), expect.any(String)],
    })
  expect(await cloud.ask(head(129), 'training.enrol', { classId: full })).toMatchObject({
    error: { message: expect.stringMatching(/^您村的名额报满了。现在还能报：/) },
  })
})

test('seats that are kept are not called full', async () => {
  const reserved: Plan['reserved'] = [{ id: 'kept', name: '预留', seats: 1, people: 'assisted' }]
  const classId = await publishedClass(cloud, { seats: 2, reserved })
  expect(await enrol(20, classId)).toBe('enrolled')
  expect(await cloud.ask(head(21), 'training.enrol', { classId })).toMatchObject({
    error: { code: 'CLASS_FULL', message: expect.stringMatching(/^剩下的名额留给了另外一些人。/) },
  })
  const { results } = await cloud.must(head(21), 'training.enrol', { classId, wait: true })
  expect(results).toMatchObject([{ error: { message: expect.stringMatching(/^剩下的名额.*已经排上队/) } }])
})

test('unused quotas are everybody’s from their date on', async () => {
  const releaseAt = at('2026-11-28T09:00:00')
  const classId = await publishedClass(cloud, { seats: 3, seatsPerVillage: 1, releaseAt })
  expect(await enrol(1, classId)).toBe('enrolled')
  expect(await enrol(65, classId)).toBe('waiting 1')
  await cloud.timer()
  expect(await mineOf(65, classId)).toMatchObject({ state: 'waiting' })
  await cloud.emulator.clock.set(Date.parse(releaseAt))
  await cloud.timer()
  expect(await mineOf(65, classId)).toMatchObject({ state: 'offered' })
  expect(await enrol(129, classId)).toBe('enrolled')
  expect(desk(cloud).classOf(classId)).toMatchObject({ taken: 2, held: { all: 1 } })
})

test('reserved seats are for their people, who come first in line, and nobody else is told who they are', async () => {
  const reserved: Plan['reserved'] = [{ id: 'kept', name: '预留', seats: 1, people: 'assisted' }]
  const classId = await publishedClass(cloud, { seats: 2, reserved, waitlist: 'priority' })
  expect(await enrol(20, classId)).toBe('enrolled')
  // What is left is kept; households 1 to 8 are assisted.
  expect(await enrol(21, classId)).toBe('waiting 1')
  expect(await enrol(1, classId)).toBe('enrolled')
  expect(await enrol(22, classId)).toBe('waiting 2')
  expect(await enrol(2, classId)).toBe('waiting 1')
  expect(await mineOf(21, classId)).toMatchObject({ place: 2 })
  await leave(20, classId)
  await cloud.timer()
  expect(await mineOf(2, classId)).toMatchObject({ state: 'offered' })
  for (const [openid, operation, input] of [
    [head(21), 'training.get', { classId }],
    ['demo-bureau', 'training.roster', { classId, state: 'enrolled' }],
    ['demo-bureau', 'training.offers', { classId }],
  ] as const)
    expect(JSON.stringify(await cloud.must(openid, operation, input as never))).not.toMatch(
      /assisted|帮扶户|"kept"/,
    )
  expectSound(cloud, classId)
})

test('a pending enrolment has its seat, is decided with a reason, and an edit asks again', async () => {
  const questions: Plan['questions'] = [{ id: 'stay', label: '住不住', kind: 'yesNo', required: true }]
  const classId = await publishedClass(cloud, { seats: 1, approval: true, questions })
  const answers = (value: boolean) => [{ question: 'stay', value }]
  expect(await cloud.ask(head(1), 'training.enrol', { classId })).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { 'answers.stay': expect.any(String) } },
  })
  const first = await cloud.must(head(1), 'training.enrol', { classId, answers: answers(true) })
  expect(first.results.map(outcomeOf)).toEqual(['pending'])
  const waits = await cloud.must(head(2), 'training.enrol', { classId, answers: answers(true), wait: true })
  expect(waits.results.map(outcomeOf)).toEqual(['waiting 1'])
  const decide = { classId, personId: 'person-1-1' }
  await cloud.must('demo-expert', 'training.decide', { ...decide, approve: true })
  expect(await cloud.must(head(1), 'training.editEnrolment', { classId, answers: answers(false) })).toEqual({
    classId,
    state: 'pending',
  })
  expect(await cloud.ask('demo-expert', 'training.decide', { ...decide, approve: false })).toMatchObject({
    error: { fields: { reason: expect.any(String) } },
  })
  await cloud.must('demo-expert', 'training.decide', { ...decide, approve: false, reason: '不住就不用来' })
  expect(await mineOf(1, classId)).toMatchObject({ state: 'refused', reason: '不住就不用来' })
  await cloud.timer()
  expect(await cloud.must(head(2), 'training.claim', { classId })).toEqual({ classId, state: 'pending' })
  expectSound(cloud, classId)
})
