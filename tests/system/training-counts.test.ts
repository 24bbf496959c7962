import type { Household, Person } from '../../cloudfunctions/areas/registry/documents'
import type { EnrolmentDocument } from '../../cloudfunctions/areas/training/documents'
import { beijing } from '../../contract/time'
import { DIVISIONS } from '../../contract/training/record'
import { type Cloud, startCloud } from './cloud'
import { entryFor, personOf, rowOf, todaysClass } from './training-day'

let cloud: Cloud
let clean: string
beforeAll(async () => {
  cloud = await startCloud()
  clean = await cloud.emulator.snapshot()
})
afterEach(() => cloud.emulator.restore(clean))
afterAll(() => cloud.close())

const BUREAU = 'demo-bureau'
const COUNTY = '519921'
const all = <T>(name: string, filter: object = {}): T[] =>
  cloud.emulator.store.find(name, filter as never, 10_000) as unknown as T[]
const attended = () => all<EnrolmentDocument>('enrolments', { state: 'attended' })
const yearOf = ({ startsAt }: { startsAt: string }) => beijing(startsAt).year()

/** The line each row belongs to, found out without the product. */
function keysOf(rows: readonly EnrolmentDocument[]) {
  const people = new Map(all<Person>('people').map((each) => [each._id, each.householdId]))
  const assisted = new Set(all<Household>('households', { assisted: true }).map(({ _id }) => _id))
  return new Map(
    rows.map((row) => [
      row._id,
      {
        topic: row.topic,
        village: row.village,
        township: row.village.slice(0, 9),
        month: beijing(row.startsAt).format('YYYY-MM'),
        household: assisted.has(people.get(row.personId) ?? '') ? 'assisted' : 'other',
      },
    ]),
  )
}

async function rowsBehind(input: Parameters<typeof cloud.must<'training.countRows'>>[2]): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined; ; ) {
    const { rows, next } = await cloud.must(BUREAU, 'training.countRows', { ...input, cursor })
    ids.push(...rows.map(({ classId, personId }) => `${classId}:${personId}`))
    if (next === undefined) return ids.sort()
    cursor = next
  }
}

test('4,000 attendances, by every division: the lines add up to the rows, and the pages behind a line are those rows', async () => {
  const rows = attended()
  expect(rows).toHaveLength(4000)
  const keys = keysOf(rows)
  let total = 0
  for (const year of new Set(rows.map(yearOf))) {
    const ofYear = rows.filter((row) => yearOf(row) === year)
    for (const by of DIVISIONS) {
      const found = await cloud.must(BUREAU, 'training.counts', { year, by })
      const expected: Record<string, number> = {}
      for (const { _id } of ofYear) {
        const key = keys.get(_id)![by]
        expected[key] = (expected[key] ?? 0) + 1
      }
      expect(Object.fromEntries(found.lines.map(({ key, count }) => [key, count]))).toEqual(expected)
      expect(found.total).toBe(ofYear.length)
      // Of each division the smallest line, whole: paged to its end.
      const [line] = [...found.lines].sort((a, b) => a.count - b.count)
      const theirs = ofYear.filter(({ _id }) => keys.get(_id)![by] === line!.key).map(({ _id }) => _id)
      expect(await rowsBehind({ year, by, key: line!.key })).toEqual(theirs.sort())
    }
    total += (await cloud.must(BUREAU, 'training.counts', { year, by: 'topic' })).total
  }
  expect(total).toBe(4000)
}, 180_000)

test('a township’s numbers are its people’s, and add up to the county’s', async () => {
  const year = yearOf(attended()[0]!)
  const county = await cloud.must(BUREAU, 'training.counts', { year, by: 'township' })
  let sum = 0
  for (const { key, count, name } of county.lines) {
    const { total, lines } = await cloud.must(BUREAU, 'training.counts', { year, by: 'month', region: key })
    expect([name, total]).toEqual([expect.any(String), count])
    expect(lines.reduce((all, line) => all + line.count, 0)).toBe(count)
    sum += total
  }
  expect(sum).toBe(county.total)
  const [first] = county.lines
  expect(await rowsBehind({ year, by: 'topic', region: first!.key })).toHaveLength(first!.count)
}, 120_000)

test('the target of the year is 6,000 until the bureau sets another, and none where it is taken away', async () => {
  const year = new Date().getUTCFullYear()
  const target = async () => (await cloud.must(BUREAU, 'training.counts', { year, by: 'topic' })).target
  expect(await target()).toBe(6000)
  await cloud.must(BUREAU, 'training.setTarget', { year, attendances: 7000 })
  expect(await target()).toBe(7000)
  await cloud.must(BUREAU, 'training.setTarget', { year, attendances: 0 })
  expect(await target()).toBeUndefined()
})

test('an attendance is counted once, however many sessions and however often it is told, and taken out again', async () => {
  const classId = await todaysClass(cloud, { households: [11, 75] })
  const [{ startsAt }] = all<EnrolmentDocument>('enrolments', { classId }) as [EnrolmentDocument]
  const year = yearOf({ startsAt })
  const { village } = rowOf(cloud, classId, personOf(11))!
  expect(rowOf(cloud, classId, personOf(75))?.village).toBe(village)
  const about = { year, by: 'village', region: village } as const
  const count = async () => (await cloud.must(BUREAU, 'training.counts', about)).total
  const before = await count()
  const record = (session: string, present: boolean) =>
    cloud.must(BUREAU, 'training.recordAttendance', {
      classId,
      session,
      entries: [11, 75].map((n) => entryFor(personOf(n), { present })),
    })
  await record('s1', true)
  await record('s2', true)
  expect(await count()).toBe(before)
  await cloud.timer()
  await cloud.timer()
  expect(await count()).toBe(before + 2)
  expect(all('enrolments', { toCount: true })).toEqual([])
  expect(rowOf(cloud, classId, personOf(11))?.countedIn).toContain(COUNTY)
  await record('s2', false)
  await cloud.timer()
  expect(await count()).toBe(before + 2)
  await record('s1', false)
  // Taken back, and the numbers are still those of the list behind them.
  expect(await rowsBehind(about)).toHaveLength(before + 2)
  await cloud.timer()
  expect(await count()).toBe(before)
  expect(await rowsBehind(about)).toHaveLength(before)
  expect(rowOf(cloud, classId, personOf(11))?.countedIn).toBeUndefined()
}, 120_000)

test('a person’s record: each class once, what was missed as well, by the year', async () => {
  const own = await cloud.must('demo-villager-11', 'training.record', {})
  const rows = all<EnrolmentDocument>('enrolments', { personId: own.personId, state: 'attended' })
  expect(rows.length).toBeGreaterThan(0)
  expect(own.classes.map(({ classId }) => classId).sort()).toEqual(rows.map(({ classId }) => classId).sort())
  expect(own.years.reduce((sum, { attended }) => sum + attended, 0)).toBe(rows.length)
  const seen = await cloud.must(BUREAU, 'training.record', { personId: own.personId })
  expect(seen).toEqual(own)
  expect(await cloud.ask('demo-villager-12', 'training.record', { personId: own.personId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
})
