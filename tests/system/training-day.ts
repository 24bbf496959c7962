import { randomUUID } from 'node:crypto'
import { STEP_MS } from '../../cloudfunctions/areas/training/check-in/codes'
import type { CheckIn, EnrolmentDocument } from '../../cloudfunctions/areas/training/documents'
import type { Input } from '../../contract'
import { readScan } from '../../contract/training/scan'
import type { Cloud } from './cloud'
import { desk } from './training-desk'

const HOUR = 3_600_000

/** An open class, planted, whose two sessions are now; the heads of the first households have a seat. */
export async function todaysClass(
  cloud: Cloud,
  { households = [] as number[], ...some }: { households?: number[]; [field: string]: unknown } = {},
): Promise<string> {
  const model = desk(cloud).classOf('class-open-5')
  const _id = `class-${randomUUID()}`
  const now = await cloud.emulator.clock.now()
  const at = (hours: number) => new Date(now + hours * HOUR).toISOString()
  const session = { startsAt: at(-1), endsAt: at(1), place: '文化站' }
  const planted = {
    ...model,
    _id,
    taken: 0,
    takenByVillage: {},
    takenByTownship: {},
    sessions: ['s1', 's2'].map((id) => ({ ...session, id })),
    // Of the class as a whole: signing up is still possible.
    startsAt: at(0.5),
    endsAt: at(1),
    signUpClosesAt: at(0.5),
    ...some,
  }
  cloud.emulator.store.insertMany('classes', [planted as never])
  for (const n of households) await cloud.must(head(n), 'training.enrol', { classId: _id })
  return _id
}

export const head = (household: number): string => `demo-villager-${household}`
export const personOf = (household: number): string => `person-${household}-1`

/** What the teacher's screen shows now, or so many steps later. */
export async function codeNow(cloud: Cloud, classId: string, session = 's1', steps = 0): Promise<string> {
  const { codes } = await cloud.must('demo-bureau', 'training.checkInCode', { classId, session })
  const scanned = readScan(codes[steps]!.text)
  if (scanned?.of !== 'class') throw new Error('not a code of a class')
  return scanned.code
}

/** When a code appeared on the screen. */
export const beganAt = (code: string): number => Number.parseInt(code.split('-')[0] ?? '', 36) * STEP_MS

type Entry = Input<'training.recordAttendance'>['entries'][number]
export const entryFor = (personId: string, some: Partial<Entry> = {}): Entry => ({
  entryId: randomUUID(),
  personId,
  how: 'tick',
  at: new Date().toISOString(),
  present: true,
  ...some,
})

export const rowOf = (cloud: Cloud, classId: string, personId: string): EnrolmentDocument | undefined =>
  desk(cloud)
    .rowsOf(classId)
    .find((row) => row.personId === personId)
export const checkInOf = (
  cloud: Cloud,
  classId: string,
  personId: string,
  session = 's1',
): CheckIn | undefined => rowOf(cloud, classId, personId)?.checkIns?.[session]
