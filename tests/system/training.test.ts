import { randomUUID } from 'node:crypto'
import type { Person } from '../../cloudfunctions/areas/registry/documents'
import type { EnrolmentDocument, TrainingClass } from '../../cloudfunctions/areas/training/documents'
import { type Cloud, startCloud } from './cloud'
import { countByCode, enrolAtOnce } from './crowd'
import { VILLAGE } from './registry-world'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const classOf = (id: string) =>
  cloud.emulator.store.find('classes', { _id: id })[0] as unknown as TrainingClass
const seated = (classId: string) =>
  cloud.emulator.store.find(
    'enrolments',
    { classId, state: 'enrolled' },
    1000,
  ) as unknown as EnrolmentDocument[]

/** The counters and the rows say the same, and nothing is over its limit. */
function expectExact(classId: string): void {
  const training = classOf(classId)
  const rows = seated(classId)
  expect(training.taken).toBe(rows.length)
  expect(rows.length).toBeLessThanOrEqual(training.seats)
  for (const [village, taken] of Object.entries(training.takenByVillage)) {
    expect(rows.filter((row) => row.village === village)).toHaveLength(taken)
    expect(taken).toBeLessThanOrEqual(training.seatsPerVillage ?? training.seats)
  }
}

test('a villager sees open classes, enrols with one call, finds it among theirs, and gives the seat back', async () => {
  const { classes } = await cloud.must('demo-villager-2', 'training.list', {})
  expect(classes.map((each) => each.id)).toContain('class-open-3')
  const before = classOf('class-open-3').taken
  await cloud.must('demo-villager-2', 'training.enrol', { classId: 'class-open-3' })
  expect(classOf('class-open-3').taken).toBe(before + 1)
  const mine = await cloud.must('demo-villager-2', 'training.myEnrolments', { when: 'coming' })
  expect(mine.enrolments.map((each) => each.classId)).toEqual(['class-open-3'])
  expect((await cloud.must('demo-villager-2', 'training.get', { classId: 'class-open-3' })).enrolled).toBe(
    true,
  )
  await cloud.must('demo-villager-2', 'training.cancelEnrolment', { classId: 'class-open-3' })
  expect(classOf('class-open-3').taken).toBe(before)
  expectExact('class-open-3')
  const again = await cloud.ask('demo-villager-2', 'training.cancelEnrolment', { classId: 'class-open-3' })
  expect(again).toMatchObject({ ok: false, error: { code: 'NOT_ENROLLED' } })
})

test('the same requestId ten times at once takes one seat and gets one answer; with another body it is refused', async () => {
  const requestId = randomUUID()
  const send = () =>
    cloud.ask('demo-villager-3', 'training.enrol', { classId: 'class-open-3' }, { requestId })
  const answers = await Promise.all(Array.from({ length: 10 }, send))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({ ok: true })
  expectExact('class-open-3')
  const other = await cloud.ask(
    'demo-villager-3',
    'training.enrol',
    { classId: 'class-open-5' },
    { requestId },
  )
  expect(other).toMatchObject({ ok: false, error: { code: 'REQUEST_REUSED' } })
})

test('enrolling twice is refused with a sentence and changes nothing', async () => {
  await cloud.must('demo-villager-4', 'training.enrol', { classId: 'class-open-3' })
  const before = classOf('class-open-3')
  const answer = await cloud.ask('demo-villager-4', 'training.enrol', { classId: 'class-open-3' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'ALREADY_ENROLLED' } })
  expect(classOf('class-open-3')).toEqual(before)
})

test('an informant enrols several: each has a result, a full village refuses the third, strangers are refused', async () => {
  const page = await cloud.must('demo-informant', 'training.get', {
    classId: 'class-open-2',
    candidates: true,
  })
  const people = page.candidates!.slice(0, 3).map((each) => each.personId)
  const { results } = await cloud.must('demo-informant', 'training.enrol', {
    classId: 'class-open-2',
    people: [...people, 'person-2-1'],
  })
  expect(results.map((result) => (result.enrolled ? 'enrolled' : result.error.code))).toEqual([
    'enrolled',
    'enrolled',
    'VILLAGE_FULL',
    'FORBIDDEN',
  ])
  expectExact('class-open-2')
  const [first] = seated('class-open-2')
  expect(first?.by?.personId).toBe('person-informant-1')
})

test('an informant looks for whom to enrol by name, initials or phone, in their own villages and nowhere else', async () => {
  const look = async (candidateWords: string, openid = 'demo-informant') => {
    const input = { classId: 'class-open-2', candidates: true, candidateWords }
    return (await cloud.must(openid, 'training.get', input)).candidates
  }
  const village = cloud.emulator.store.find('people', { village: VILLAGE }, 1000) as unknown as Person[]
  const [someone] = village
  const expected = village.filter(({ name }) => name.startsWith(someone!.name)).map(({ _id }) => _id)
  expect((await look(someone!.name))?.map(({ personId }) => personId).sort()).toEqual(expected.sort())
  if (someone?.phone)
    expect((await look(someone.phone))?.map(({ personId }) => personId)).toContain(someone._id)
  const found = (await look('w')) ?? []
  expect(found.length).toBeGreaterThan(0)
  const ids = new Set(village.map(({ _id }) => _id))
  expect(found.filter(({ personId }) => !ids.has(personId))).toEqual([])
  expect(await look('……')).toEqual([])
  // Who has no village of their own to look after finds nobody.
  expect(await look(someone!.name, 'demo-villager-2')).toEqual([])
})

test('a class of one township refuses everybody else', async () => {
  const answer = await cloud.ask('demo-villager-2', 'training.enrol', { classId: 'class-open-4' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_ELIGIBLE' } })
})

test.each([
  ['class-open-1', 128],
  ['class-open-2', 100],
])(
  '500 people at once for %s: exactly %i seats, two a village, and nobody has another error',
  async (classId, seats) => {
    const people = Array.from({ length: 500 }, (_, i) => ({ openid: `demo-villager-${i + 5}`, classId }))
    const outcome = countByCode((await enrolAtOnce(cloud, people)).ended)
    expect(classOf(classId).taken).toBe(seats)
    expectExact(classId)
    expect(Object.keys(outcome).sort()).toEqual(expect.arrayContaining(['ok']))
    expect(
      Object.keys(outcome).filter(
        (code) => !['ok', 'VILLAGE_FULL', 'CLASS_FULL', 'ALREADY_ENROLLED'].includes(code),
      ),
    ).toEqual([])
  },
  180_000,
)
