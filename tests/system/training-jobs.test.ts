import { randomUUID } from 'node:crypto'
import { goesOn } from '../../cloudfunctions/areas/training/dates'
import type {
  EnrolmentDocument,
  OfferDocument,
  TrainingClass,
} from '../../cloudfunctions/areas/training/documents'
import { UNTOUCHED } from '../../cloudfunctions/areas/training/documents'
import { type Cloud, startCloud } from './cloud'
import { type Line, startLine } from './line'
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

const VILLAGE = '519921100200'
const claim = { village: VILLAGE, reserves: [], priority: 1 }
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()

/** One seat, offered to one who let it run out, one who waits for it, and everybody in the next class is to be told and reminded. */
function plant(): { waited: string; told: string } {
  const model = desk(cloud).classOf('class-open-5')
  const waited = `class-${randomUUID()}`
  const told = `class-${randomUUID()}`
  const one = { all: 1, village: { [VILLAGE]: 1 }, township: { [VILLAGE.slice(0, 9)]: 1 }, reserve: {} }
  const classes: TrainingClass[] = [
    {
      ...model,
      ...UNTOUCHED,
      _id: waited,
      seats: 1,
      held: one,
      line: { [`1:${VILLAGE}:`]: 1 },
      moves: 7,
    },
    {
      ...model,
      ...UNTOUCHED,
      _id: told,
      seats: 2,
      taken: 1,
      takenByVillage: one.village,
      takenByTownship: one.township,
      change: 1,
      tell: { kind: 'changed', reason: '下雪' },
      remindAt: hoursAgo(1),
    },
  ]
  const row = (classId: string, n: number, some: Partial<EnrolmentDocument>): EnrolmentDocument => ({
    _id: `${classId}:person-${n}-1`,
    classId,
    personId: `person-${n}-1`,
    personName: `农户${n}`,
    village: VILLAGE,
    state: 'enrolled',
    enrolledAt: hoursAgo(48),
    line: '',
    change: 0,
    reminded: 0,
    title: '旧名',
    topic: 'fruit',
    kind: 'class',
    startsAt: model.startsAt,
    place: '旧地方',
    ...goesOn(model),
    ...some,
  })
  const offer = { id: `${waited}:6`, until: hoursAgo(1) }
  const enrolments = [
    row(waited, 1, { state: 'offered', claim, offer }),
    row(waited, 65, { state: 'waiting', claim, line: `1:${hoursAgo(40)}:person-65-1` }),
    row(told, 129, {}),
  ]
  const offers: OfferDocument[] = [
    {
      _id: offer.id,
      classId: waited,
      personId: 'person-1-1',
      name: '农户1',
      villageName: '',
      at: hoursAgo(20),
      until: offer.until,
      because: 'order',
      passed: [],
    },
  ]
  cloud.emulator.store.insertMany('classes', classes as never)
  cloud.emulator.store.insertMany('enrolments', enrolments as never)
  cloud.emulator.store.insertMany('offers', offers as never)
  return { waited, told }
}

const eventsOf = (classId: string): string[] =>
  (
    cloud.emulator.store.find(
      'notifications',
      { page: `/training/class/index?id=${classId}` },
      100,
    ) as unknown as { _id: string; to: string }[]
  )
    .map(({ _id, to }) => `${_id.split(':')[0]} ${to}`)
    .sort()

function expectDone({ waited, told }: ReturnType<typeof plant>): void {
  expectSound(cloud, waited)
  expectSound(cloud, told)
  expect(
    desk(cloud)
      .rowsOf(waited)
      .map(({ personId, state }) => [personId, state]),
  ).toEqual([
    ['person-1-1', 'lapsed'],
    ['person-65-1', 'offered'],
  ])
  expect(
    desk(cloud)
      .offersOf(waited)
      .map(({ personId, outcome }) => [personId, outcome]),
  ).toEqual(
    expect.arrayContaining([
      ['person-1-1', 'expired'],
      ['person-65-1', undefined],
    ]),
  )
  expect(desk(cloud).offersOf(waited)).toHaveLength(2)
  const { title } = desk(cloud).classOf(told)
  expect(desk(cloud).rowsOf(told)).toMatchObject([{ title, needsConfirm: true, change: 1, reminded: 1 }])
  expect(desk(cloud).classOf(told).tell).toBeUndefined()
  // Each was told each thing once.
  expect(eventsOf(waited)).toEqual(['lapsed person-1-1', 'offer person-65-1'])
  expect(eventsOf(told)).toEqual(['changed person-129-1', 'remind person-129-1'])
}

test('a run of jobs that is killed after any exchange is completed by the next; nothing leaks, nobody is told twice', async () => {
  line.decide(() => undefined)
  const whole = plant()
  await line.timer()
  expectDone(whole)
  const deaths = line.deaths()
  // Four people, each a transaction of its own, and the marks: or this kills nothing worth it.
  expect(line.actions.length).toBeGreaterThan(30)
  expect(deaths.length).toBeGreaterThan(10)
  for (const last of deaths) {
    const planted = plant()
    line.decide((n) => (n === last ? 'killed' : undefined))
    await line.timer()
    expectSound(cloud, planted.waited)
    expectSound(cloud, planted.told)
    line.decide(() => undefined)
    later += 31_000
    await cloud.timer()
    expectDone(planted)
  }
}, 600_000)
