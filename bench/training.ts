import type { Input, OperationName } from '../contract'
import { readScan } from '../contract/training/scan'
import { type Cloud, startCloud } from '../tests/system/cloud'
import { exchangesOf } from '../tests/system/round-trips'
import type { Found, Line, Measurement } from './line'
import { plantFullClass, plantOpenClasses } from './training-crowd'

const PEOPLE = 5_000
const CHECK_INS = 1_000
const MINUTES = 5
const STEP_MS = 30_000
const CLASSES = 100_000

/** One call, and what the database looked at and handed back for it. */
async function look<N extends OperationName>(cloud: Cloud, openid: string, operation: N, input: Input<N>) {
  const output = await cloud.must(openid, operation, input)
  const exchanges = exchangesOf(cloud.last(operation))
  const sum = (of: 'scanned' | 'returned') => exchanges.reduce((total, each) => total + each[of], 0)
  return { output, scanned: sum('scanned'), returned: sum('returned') }
}
const ratio = (name: string, { scanned, returned }: { scanned: number; returned: number }): Line => ({
  name,
  value: scanned / Math.max(1, returned),
  target: { most: 1.1 },
  note: `${scanned} documents scanned, ${returned} returned or changed`,
})

/** A page of a class of thousands, at the beginning and deep in it; the whole list, as a phone takes it along. */
async function measurePages(cloud: Cloud): Promise<Line[]> {
  const { classId } = plantFullClass(cloud, PEOPLE)
  const roster = await look(cloud, 'demo-bureau', 'training.roster', { classId, state: 'enrolled' })
  const next = await look(cloud, 'demo-bureau', 'training.roster', {
    classId,
    state: 'enrolled',
    cursor: roster.output.next,
  })
  const lines = [ratio('roster of 5,000: the first page', roster), ratio('roster of 5,000: the next', next)]
  let calls = 0
  let people = 0
  let last = { scanned: 0, returned: 0 }
  for (let cursor: string | undefined; ; ) {
    const page = await look(cloud, 'demo-expert', 'training.attendanceSheet', {
      classId,
      session: 's1',
      cursor,
    })
    calls++
    people += page.output.people.length
    if (page.output.next === undefined) break
    cursor = page.output.next
    last = page
  }
  return [
    ...lines,
    ratio('list of 5,000 to tick: a deep page', last),
    {
      name: 'list of 5,000 to tick: people in it',
      value: people,
      target: { exactly: PEOPLE },
      note: `${calls} calls`,
    },
  ]
}

interface CheckedIn {
  ms: number
  ok: number
  refused: string[]
}

/** Each scans what the screen shows now; in the same moment, or one after the other. */
async function checkIn(cloud: Cloud, classId: string, openids: readonly string[], together: boolean) {
  const { codes } = await cloud.must('demo-expert', 'training.checkInCode', { classId, session: 's1' })
  const scanned = readScan(codes[0]!.text)
  const code = scanned?.code ?? ''
  const found: CheckedIn = { ms: 0, ok: 0, refused: [] }
  const one = async (openid: string) => {
    const answer = await cloud.ask(openid, 'training.checkIn', { classId, session: 's1', code })
    if (answer.ok && answer.data.state === 'present') found.ok++
    else found.refused.push(answer.ok ? answer.data.state : answer.error.code)
  }
  const began = performance.now()
  if (together) await Promise.all(openids.map(one))
  else for (const openid of openids) await one(openid)
  found.ms = performance.now() - began
  return found
}

/** A thousand people in five minutes of the clock: a hundred with each code that is shown; and a hundred one by one. */
async function measureCheckIns(cloud: Cloud): Promise<Found> {
  const { classId, openids } = plantFullClass(cloud, CHECK_INS + 100)
  const steps = (MINUTES * 60_000) / STEP_MS
  const each = CHECK_INS / steps
  const start = Math.ceil(Date.now() / STEP_MS) * STEP_MS
  const all: CheckedIn[] = []
  // Instances start before the clock does: starting them is not what is measured.
  await Promise.all(openids.slice(0, each).map((openid) => cloud.ask(openid, 'identity.me', {})))
  for (let step = 0; step < steps; step++) {
    await cloud.emulator.clock.set(start + step * STEP_MS)
    all.push(await checkIn(cloud, classId, openids.slice(step * each, (step + 1) * each), true))
  }
  await cloud.emulator.clock.set(start + steps * STEP_MS)
  const alone = await checkIn(cloud, classId, openids.slice(CHECK_INS), false)
  const told = await cloud.must('demo-expert', 'training.checkInCode', { classId, session: 's1' })
  const ms = all.reduce((sum, each) => sum + each.ms, 0)
  const refused = all.flatMap((each) => each.refused)
  const rate = CHECK_INS / (ms / 1000)
  return {
    lines: [
      {
        name: 'check-in of 1,000: marked as there',
        value: all.reduce((sum, { ok }) => sum + ok, 0),
        target: { exactly: CHECK_INS },
      },
      {
        name: 'check-in of 1,000: errors',
        value: refused.length,
        target: { exactly: 0 },
        note: refused.join(' '),
      },
      { name: 'check-in: what the screen counts', value: told.present, target: { exactly: CHECK_INS + 100 } },
      {
        name: 'check-in: calls a second ÷ one by one',
        value: rate / (100 / (alone.ms / 1000)),
        note: `${Math.round(rate)} a second; ${(CHECK_INS / (MINUTES * 60)).toFixed(1)} are needed`,
      },
    ],
  }
}

/** What a villager's list looks at among a thousand and among a hundred thousand; the classes of three places are merged. */
async function measureList(): Promise<Line[]> {
  const found: { first: number; next: number }[] = []
  for (const classes of [1_000, CLASSES]) {
    const cloud = await startCloud()
    try {
      plantOpenClasses(cloud, classes)
      const first = await look(cloud, 'demo-villager', 'training.list', {})
      const next = await look(cloud, 'demo-villager', 'training.list', { cursor: first.output.next })
      found.push({ first: first.scanned, next: next.scanned })
    } finally {
      await cloud.close()
    }
  }
  const [few, many] = found as [(typeof found)[0], (typeof found)[0]]
  return (['first', 'next'] as const).map((page) => ({
    name: `100,000 open classes, the ${page} page: scanned ÷ of 1,000`,
    value: many[page] / few[page],
    target: { most: 1.5 },
    note: `${many[page]} documents scanned`,
  }))
}

/** A class of thousands, its morning, and the list of open classes in a province. */
export const training: Measurement = {
  name: 'training',
  title: 'Training: a class of 5,000, 1,000 check-ins in five minutes, 100,000 open classes',
  async measure(): Promise<Found> {
    const cloud = await startCloud()
    try {
      const pages = await measurePages(cloud)
      const { lines } = await measureCheckIns(cloud)
      return { lines: [...pages, ...lines, ...(await measureList())] }
    } finally {
      await cloud.close()
    }
  },
}
