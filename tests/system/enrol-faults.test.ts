import { randomUUID } from 'node:crypto'
import {
  type EnrolmentDocument,
  type TrainingClass,
  UNTOUCHED,
} from '../../cloudfunctions/areas/training/documents'
import type { Output } from '../../contract'
import { type Cloud, startCloud } from './cloud'
import { type Fate, type Line, startLine } from './line'

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

const find = <T>(collection: string, filter: object) =>
  cloud.emulator.store.find(collection, filter as never, 1000) as unknown as T[]

/** An open class of its own, so that each case counts from nothing. */
function newClass(): string {
  const [model] = find<TrainingClass>('classes', { _id: 'class-open-3' })
  const _id = `class-${randomUUID()}`
  cloud.emulator.store.insertMany('classes', [{ ...model, ...UNTOUCHED, _id } as never])
  return _id
}

/** Who sits in it; the counters must say the same, and each was told once. */
function seatedIn(classId: string): string[] {
  const [training] = find<TrainingClass>('classes', { _id: classId })
  const rows = find<EnrolmentDocument>('enrolments', { classId, state: 'enrolled' })
  expect(training?.taken).toBe(rows.length)
  const ofVillages = Object.values(training?.takenByVillage ?? {})
  expect(ofVillages.reduce((sum, each) => sum + each, 0)).toBe(rows.length)
  expect(find('notifications', { page: `/training/class/index?id=${classId}` })).toHaveLength(rows.length)
  return rows.map((row) => row.personId).sort()
}

const enrolling = (classId: string, people?: string[]) => ({
  operation: 'training.enrol',
  input: people ? { classId, people } : { classId },
  requestId: randomUUID(),
})

test.each<Fate>(['neverSent', 'answerLost', 'unavailable', 'busy', 'ended'])(
  'whichever exchange of an enrolment meets %s, the person gets one seat and one answer',
  async (fate) => {
    line.decide(() => undefined)
    await line.call('demo-villager-3', enrolling(newClass()))
    const exchanges = line.actions.length
    // Knowing the caller, looking, and the eight of the transaction.
    expect(exchanges).toBe(10)
    for (let broken = 1; broken <= exchanges; broken++) {
      const classId = newClass()
      line.decide((n) => (n === broken ? fate : undefined))
      const event = enrolling(classId)
      // What a phone does when it is told BUSY: the same request again.
      let answer = await line.call('demo-villager-3', event)
      line.decide(() => undefined)
      if (answer && !answer.ok && answer.error.code === 'BUSY')
        answer = await line.call('demo-villager-3', event)
      expect([broken, answer]).toEqual([broken, { ok: true, data: expect.anything() }])
      expect(seatedIn(classId)).toHaveLength(1)
      expect(await line.call('demo-villager-3', event)).toEqual(answer)
    }
  },
)

test('a database that stays away is told as BUSY, never as a fault', async () => {
  const classId = newClass()
  line.decide(() => 'unavailable')
  const answer = await line.call('demo-villager-3', enrolling(classId))
  expect(answer).toMatchObject({ ok: false, error: { code: 'BUSY' } })
  expect(seatedIn(classId)).toEqual([])
})

test('an informant’s enrolment of several, killed after any exchange, is completed by sending it again', async () => {
  const { candidates } = await cloud.must('demo-informant', 'training.get', {
    classId: newClass(),
    candidates: true,
  })
  const people = candidates!.slice(0, 2).map((each) => each.personId)
  line.decide(() => undefined)
  await line.call('demo-informant', enrolling(newClass(), people))
  const exchanges = line.actions.length
  expect(exchanges).toBe(2 + 2 * 9)
  for (let last = 1; last <= exchanges; last++) {
    const classId = newClass()
    const event = enrolling(classId, people)
    line.decide((n) => (n === last ? 'killed' : undefined))
    expect(await line.call('demo-informant', event)).toBeUndefined()
    // Whole people only: who is in has a row, a message and a place in both counters. The first two exchanges are
    // knowing the caller and the people.
    expect(seatedIn(classId)).toHaveLength(Math.max(0, Math.floor((last - 2) / 9)))
    later += 31_000
    const { result } = await cloud.raw('demo-informant', 'api', event)
    const { results } = (result as { data: Output<'training.enrol'> }).data
    expect(results.map((each) => [each.personId, each.enrolled])).toEqual(people.map((id) => [id, true]))
    expect(seatedIn(classId)).toEqual([...people].sort())
  }
}, 300_000)
