import { randomUUID } from 'node:crypto'
import type {
  EnrolmentDocument,
  OfferDocument,
  TrainingClass,
} from '../../cloudfunctions/areas/training/documents'
import type { Input, Output } from '../../contract'
import type { Cloud } from './cloud'
import { PLAN } from './samples'

export type Plan = Input<'training.save'>['plan']

/** A plain class of everybody's, with nothing but seats. */
export const PLAIN: Plan = {
  ...PLAN,
  questions: [],
  minAge: undefined,
  onceInYears: undefined,
  seatsPerVillage: undefined,
  seatsPerTownship: undefined,
  reserved: [],
  releaseAt: undefined,
}

/** Planned by the bureau and open. */
export async function publishedClass(cloud: Cloud, some: Partial<Plan> = {}): Promise<string> {
  const { classId } = await cloud.must('demo-bureau', 'training.save', { plan: { ...PLAIN, ...some } })
  await cloud.must('demo-bureau', 'training.publish', { classId })
  return classId
}

/** A class of one seat that was given up, and offered to the next: who may claim it. */
export async function offered(cloud: Cloud, some: Partial<Plan> = {}) {
  const classId = await publishedClass(cloud, { ...some, seats: 1 })
  const answers = (some.questions ?? []).map(({ id }) => ({ question: id, value: '清真' }))
  await cloud.must('demo-villager-21', 'training.enrol', { classId, answers })
  await cloud.must('demo-villager-22', 'training.enrol', { classId, answers, wait: true })
  await cloud.must('demo-villager-21', 'training.cancelEnrolment', { classId })
  await cloud.timer()
  return { classId, openid: 'demo-villager-22' }
}

/** What stands in the database. */
export const desk = (cloud: Cloud) => ({
  classOf: (_id: string) => cloud.emulator.store.find('classes', { _id })[0] as unknown as TrainingClass,
  rowsOf: (classId: string) =>
    cloud.emulator.store.find('enrolments', { classId }, 2000) as unknown as EnrolmentDocument[],
  offersOf: (classId: string) =>
    cloud.emulator.store.find('offers', { classId }, 2000) as unknown as OfferDocument[],
})

/** A copy of an open class of the demo county that began yesterday. */
export function begunClass(cloud: Cloud): string {
  const model = desk(cloud).classOf('class-open-5')
  const _id = `class-${randomUUID()}`
  const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString()
  const sessions = model.sessions.map((session) => ({ ...session, startsAt: yesterday }))
  cloud.emulator.store.insertMany('classes', [{ ...model, _id, sessions, startsAt: yesterday } as never])
  return _id
}

/** The counters, the line and every limit agree with the rows. */
export function expectSound(cloud: Cloud, classId: string): void {
  const training = desk(cloud).classOf(classId)
  const rows = desk(cloud).rowsOf(classId)
  const count = (states: string[], where: (row: EnrolmentDocument) => boolean = () => true) =>
    rows.filter((row) => states.includes(row.state) && where(row)).length
  const taken = ['enrolled', 'pending', 'attended', 'absent']
  expect(training.taken).toBe(count(taken))
  expect(training.held.all).toBe(count(['offered']))
  expect(training.taken + training.held.all).toBeLessThanOrEqual(training.seats)
  expect(Object.values(training.line).reduce((sum, each) => sum + each, 0)).toBe(count(['waiting']))
  for (const [village, number] of Object.entries(training.takenByVillage)) {
    expect(number).toBe(count(taken, (row) => row.village === village))
    const held = training.held.village[village] ?? 0
    expect(number + held).toBeLessThanOrEqual(training.seatsPerVillage ?? training.seats)
  }
  expect(Object.values(training.takenByVillage).reduce((sum, each) => sum + each, 0)).toBe(training.taken)
  for (const { _id } of desk(cloud)
    .offersOf(classId)
    .filter(({ outcome }) => outcome === undefined))
    expect(rows.filter(({ offer }) => offer?.id === _id)).toHaveLength(1)
}

/** Whether somebody got in, stands in line, or why not. */
export const outcomeOf = (result: Output<'training.enrol'>['results'][number]): string =>
  result.enrolled ? result.state : result.waiting ? `waiting ${result.waiting.place}` : result.error.code
