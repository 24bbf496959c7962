import { randomUUID } from 'node:crypto'
import type { Answer } from '../../contract/envelope'
import { type Cloud, startCloud } from './cloud'
import { countByCode, enrolAtOnce } from './crowd'
import { desk, expectSound, outcomeOf, publishedClass } from './training-desk'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const head = (n: number) => `demo-villager-${n}`
const codeOf = (answer: Answer): string => (answer.ok ? 'ok' : answer.error.code)
/** What a phone does when it is told BUSY: the same request again. */
async function patiently(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    if (answer.ok || answer.error.code !== 'BUSY') return answer
  }
}
const call = (openid: string, operation: string, input: object) => {
  const event = { operation, input, requestId: randomUUID() }
  return patiently(async () => {
    const { result, error } = await cloud.raw(openid, 'api', event)
    // No room in the plan: the cloud refused before a function began.
    return error ? { ok: false, error: { code: 'BUSY', message: '' } } : (result as Answer)
  })
}

test('500 people on the last 10 seats: ten get one, the others are told that there is none', async () => {
  const classId = await publishedClass(cloud, { seats: 10 })
  const people = Array.from({ length: 500 }, (_, i) => ({ openid: head(i + 5), classId }))
  expect(countByCode((await enrolAtOnce(cloud, people)).ended)).toEqual({ ok: 10, CLASS_FULL: 490 })
  expect(desk(cloud).classOf(classId).taken).toBe(10)
  expectSound(cloud, classId)
}, 180_000)

test('thirty who would wait, for three seats: three are in, and 27 have a place of their own', async () => {
  const classId = await publishedClass(cloud, { seats: 3 })
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i) => call(head(i + 5), 'training.enrol', { classId, wait: true })),
  )
  const outcomes = answers.map((answer) =>
    answer.ok ? outcomeOf((answer.data as { results: never[] }).results[0]!) : answer.error.code,
  )
  const places = Array.from({ length: 27 }, (_, n) => `waiting ${n + 1}`)
  expect(outcomes.sort()).toEqual(['enrolled', 'enrolled', 'enrolled', ...places].sort())
  expectSound(cloud, classId)
}, 120_000)

test('cancel against claim against expiry: whoever is first, one outcome each, and the seat goes on', async () => {
  const seen = new Set<string>()
  for (let round = 0; round < 8; round++) {
    await cloud.emulator.clock.reset()
    const classId = await publishedClass(cloud, { seats: 1, claimHours: 1 })
    for (const n of [11, 12, 13]) await cloud.must(head(n), 'training.enrol', { classId, wait: true })
    await cloud.must(head(11), 'training.cancelEnrolment', { classId })
    await cloud.timer()
    const { mine } = await cloud.must(head(12), 'training.get', { classId })
    // A moment before the deadline in every other round, the moment itself in the rest.
    await cloud.emulator.clock.set(Date.parse(mine?.offerUntil ?? '') - (round % 2 ? 0 : 5_000))
    const [claimed, left] = await Promise.all([
      call(head(12), 'training.claim', { classId }),
      call(head(12), 'training.cancelEnrolment', { classId }),
      cloud.timer(),
    ])
    seen.add(`${codeOf(claimed)} ${codeOf(left)}`)
    await cloud.timer()
    expectSound(cloud, classId)
    const states = desk(cloud)
      .rowsOf(classId)
      .map(({ personId, state }) => [personId, state])
    const twelve = states.find(([personId]) => personId === 'person-12-1')?.[1]
    const thirteen = states.find(([personId]) => personId === 'person-13-1')?.[1]
    // The seat is 12's, or it was offered on: never both, never neither.
    expect([round, thirteen]).toEqual([round, twelve === 'enrolled' ? 'waiting' : 'offered'])
    const outcomes = desk(cloud)
      .offersOf(classId)
      .map(({ outcome }) => outcome ?? 'open')
    expect(outcomes.length).toBe(twelve === 'enrolled' ? 1 : 2)
  }
  expect(seen.size).toBeGreaterThan(0)
}, 180_000)

test('two informants who enrol the same ten people at once: each person is in once, and each is told', async () => {
  // The first village has three informants; the second of them is the 65th.
  const classId = await publishedClass(cloud, { seats: 8 })
  const { people } = await cloud.must('demo-informant', 'registry.people', {})
  const ten = people.slice(0, 10).map(({ personId }) => personId)
  const answers = await Promise.all(
    ['demo-informant', 'demo-informant-65'].map((openid) =>
      call(openid, 'training.enrol', { classId, people: ten, wait: true }),
    ),
  )
  const results = answers.map((answer) => {
    if (!answer.ok) throw new Error(answer.error.code)
    return (answer.data as { results: Parameters<typeof outcomeOf>[0][] }).results
  })
  for (const [n, personId] of ten.entries()) {
    const told = results.map((each) => outcomeOf(each[n]!))
    const other = told.filter((code) => !['ALREADY_ENROLLED', 'WAITING_ALREADY'].includes(code))
    expect([personId, other.length]).toEqual([personId, 1])
  }
  expect(desk(cloud).rowsOf(classId)).toHaveLength(10)
  expect(desk(cloud).classOf(classId)).toMatchObject({ taken: 8 })
  expectSound(cloud, classId)
}, 120_000)

test('the same requestId ten times at once: one place in line, one offer claimed, one answer', async () => {
  const classId = await publishedClass(cloud, { seats: 1 })
  await cloud.must(head(11), 'training.enrol', { classId })
  const ten = async (operation: string, input: object) => {
    const event = { operation, input, requestId: randomUUID() }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        patiently(async () => (await cloud.raw(head(12), 'api', event)).result as Answer),
      ),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    return answers[0]
  }
  expect(await ten('training.enrol', { classId, wait: true })).toMatchObject({
    data: { results: [{ waiting: { place: 1 } }] },
  })
  await cloud.must(head(11), 'training.cancelEnrolment', { classId })
  await cloud.timer()
  expect(await ten('training.claim', { classId })).toMatchObject({ data: { state: 'enrolled' } })
  expectSound(cloud, classId)
}, 120_000)

test('a quota that is lowered while people enrol is never below what they took', async () => {
  for (let round = 0; round < 3; round++) {
    const classId = await publishedClass(cloud, { seats: 20 })
    const enrolling = Array.from({ length: 20 }, (_, i) => call(head(i + 30), 'training.enrol', { classId }))
    const lowering = [15, 10, 6, 3].map((seats) =>
      call('demo-bureau', 'training.changeSeats', { classId, seats }),
    )
    await Promise.all([...enrolling, ...lowering])
    expectSound(cloud, classId)
  }
}, 120_000)

test('one a year holds when somebody takes two classes of a kind in the same moment', async () => {
  for (let round = 0; round < 5; round++) {
    const some = { kind: 'lecture', onceInYears: 1 } as const
    const ids = [await publishedClass(cloud, some), await publishedClass(cloud, some)]
    const person = head(100 + round)
    const codes = (await Promise.all(ids.map((classId) => call(person, 'training.enrol', { classId })))).map(
      codeOf,
    )
    expect(codes.sort()).toEqual(['HAD_ONE', 'ok'])
    for (const classId of ids) expectSound(cloud, classId)
  }
}, 120_000)
