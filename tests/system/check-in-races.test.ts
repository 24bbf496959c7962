import { randomUUID } from 'node:crypto'
import type { Tally } from '../../cloudfunctions/areas/training/count/documents'
import type { EnrolmentDocument } from '../../cloudfunctions/areas/training/documents'
import type { Answer } from '../../contract/envelope'
import { type Cloud, startCloud } from './cloud'
import { type Line, startLine } from './line'
import { checkInOf, codeNow, entryFor, head, personOf, rowOf, todaysClass } from './training-day'
import { desk, expectSound } from './training-desk'

let cloud: Cloud
let line: Line
/** Moves the database's clock on, past the 30 seconds a transaction may live. */
let later = 0
beforeAll(async () => {
  cloud = await startCloud({ now: () => Date.now() + later })
  line = await startLine(cloud)
})
afterAll(async () => {
  await line.close()
  await cloud.close()
})

/** The same request until the cloud has room for it, as a phone sends it. */
async function patiently(openid: string, operation: string, input: object, requestId = randomUUID()) {
  for (let calls = 0; calls < 60; calls++) {
    const { result } = await cloud.raw(openid, 'api', { operation, input, requestId })
    const answer = result as Answer | undefined
    if (answer && (answer.ok || answer.error.code !== 'BUSY')) return answer
  }
  throw new Error('never served')
}
const record = (openid: string, classId: string, entries: ReturnType<typeof entryFor>[]) => ({
  openid,
  operation: 'training.recordAttendance',
  input: { classId, session: 's1', entries },
})

test('the same scan ten times at once, by one request and by several: there once, one answer', async () => {
  const classId = await todaysClass(cloud, { households: [11] })
  const input = { classId, session: 's1', code: await codeNow(cloud, classId) }
  const requestId = randomUUID()
  const answers = await Promise.all([
    ...Array.from({ length: 5 }, () => patiently(head(11), 'training.checkIn', input, requestId)),
    ...Array.from({ length: 5 }, () => patiently(head(11), 'training.checkIn', input)),
  ])
  expect(answers.map((answer) => answer.ok && (answer.data as { state: string }).state)).toEqual(
    Array(10).fill('present'),
  )
  expect(new Set(answers.slice(0, 5).map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(rowOf(cloud, classId, personOf(11))).toMatchObject({ present: ['s1'], state: 'attended' })
}, 120_000)

test('a tick against a scan against a list of the informant: whichever comes first, the same stands', async () => {
  for (let round = 0; round < 5; round++) {
    const classId = await todaysClass(cloud, { households: [1] })
    const code = await codeNow(cloud, classId)
    const early = new Date(Date.now() - 3_600_000).toISOString()
    const calls = [
      { openid: head(1), operation: 'training.checkIn', input: { classId, session: 's1', code } },
      record('demo-informant', classId, [entryFor(personOf(1), { present: false })]),
      // An hour ago the teacher had not seen them yet.
      record('demo-expert', classId, [entryFor(personOf(1), { present: false, at: early })]),
    ]
    const order = [calls[round % 3]!, calls[(round + 1) % 3]!, calls[(round + 2) % 3]!]
    const answers = await Promise.all(
      order.map(({ openid, operation, input }) => patiently(openid, operation, input)),
    )
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(checkInOf(cloud, classId, personOf(1))).toMatchObject({ is: 'present', how: 'code' })
    expectSound(cloud, classId)
  }
}, 120_000)

test('twenty walk in for the last three seats, at two phones: three get one, and nobody is counted twice', async () => {
  const classId = await todaysClass(cloud, { seats: 3 })
  const people = Array.from({ length: 20 }, (_, n) => personOf(n + 101))
  const answers = await Promise.all(
    ['demo-expert', 'demo-bureau'].map((openid, n) =>
      patiently(
        openid,
        'training.recordAttendance',
        record(
          openid,
          classId,
          (n ? [...people].reverse() : people).map((id) => entryFor(id, { how: 'walkIn' })),
        ).input,
      ),
    ),
  )
  expect(answers.map(({ ok }) => ok)).toEqual([true, true])
  expect(desk(cloud).classOf(classId).taken).toBe(3)
  expect(
    desk(cloud)
      .rowsOf(classId)
      .map(({ state }) => state),
  ).toEqual(Array(3).fill('attended'))
  expectSound(cloud, classId)
}, 180_000)

test('a list killed after any exchange is completed by sending it again; each person is there once', async () => {
  const plant = () => todaysClass(cloud, { households: [12, 13], seats: 3 })
  const event = (classId: string) => ({
    operation: 'training.recordAttendance',
    requestId: randomUUID(),
    input: record('demo-expert', classId, [
      entryFor(personOf(12)),
      entryFor(personOf(14), { how: 'walkIn' }),
      entryFor(personOf(13), { present: false }),
    ]).input,
  })
  line.decide(() => undefined)
  await line.call('demo-expert', event(await plant()))
  const deaths = line.deaths()
  expect(deaths.length).toBeGreaterThan(5)
  for (const last of deaths) {
    const classId = await plant()
    const sent = event(classId)
    line.decide((n) => (n === last ? 'killed' : undefined))
    await line.call('demo-expert', sent)
    line.decide(() => undefined)
    expectSound(cloud, classId)
    later += 31_000
    const { result } = await cloud.raw('demo-expert', 'api', sent)
    expect(result).toMatchObject({
      data: { results: [{ state: 'present' }, { state: 'present' }, { state: 'absent' }] },
    })
    expectSound(cloud, classId)
    const states = [12, 13, 14].map((n) => rowOf(cloud, classId, personOf(n))?.state)
    expect([last, states]).toEqual([last, ['attended', 'enrolled', 'attended']])
  }
}, 300_000)

test('counting that is killed after any exchange goes on where it was: tallies are always those of the rows', async () => {
  const counted = () => {
    const rows = cloud.emulator.store.find(
      'enrolments',
      { 'counted.tally': { $exists: true } } as never,
      10_000,
    ) as unknown as EnrolmentDocument[]
    const tallies = cloud.emulator.store.find('tallies', { month: { $exists: true } } as never, 1000)
    const total = (tallies as unknown as Tally[])
      .flatMap(({ villages }) => Object.values(villages))
      .reduce((sum, { assisted, other }) => sum + assisted + other, 0)
    expect(total).toBe(rows.length)
    return total
  }
  const plant = async () => {
    const classId = await todaysClass(cloud, { households: [15, 16] })
    const entries = [15, 16].map((n) => entryFor(personOf(n)))
    await cloud.must('demo-expert', 'training.recordAttendance', { classId, session: 's1', entries })
  }
  await cloud.timer()
  let before = counted()
  await plant()
  line.decide(() => undefined)
  await line.timer()
  before += 2
  expect(counted()).toBe(before)
  // Counting comes last of the minute's work: its transaction is the last.
  const began = line.actions.lastIndexOf('database.startTransaction')
  const deaths = line.deaths().filter((n) => n > began)
  // Just before it is committed, and just after.
  expect(deaths.length).toBeGreaterThanOrEqual(2)
  for (const last of deaths) {
    await plant()
    line.decide((n) => (n === last ? 'killed' : undefined))
    await line.timer()
    counted()
    line.decide(() => undefined)
    later += 31_000
    await cloud.timer()
    before += 2
    expect([last, counted()]).toEqual([last, before])
  }
}, 300_000)
