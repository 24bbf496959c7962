import type { Account } from '../cloudfunctions/areas/identity/documents'
import {
  type EnrolmentDocument,
  enrolmentId,
  type TrainingClass,
} from '../cloudfunctions/areas/training/documents'
import { placesIn } from '../cloudfunctions/areas/training/regions'
import { townshipOf } from '../contract/regions'
import { beijing } from '../contract/time'
import type { Cloud } from '../tests/system/cloud'

const HOUR = 3_600_000
const BATCH = 10_000

const find = <T>(cloud: Cloud, name: string, filter: object): T[] =>
  cloud.emulator.store.find(name, filter as never, 1000) as unknown as T[]
const plant = (cloud: Cloud, name: string, documents: readonly object[]) => {
  for (let from = 0; from < documents.length; from += BATCH)
    cloud.emulator.store.insertMany(name, documents.slice(from, from + BATCH) as never)
}
const modelOf = (cloud: Cloud): TrainingClass =>
  find<TrainingClass>(cloud, 'classes', { _id: 'class-open-5' })[0]!
export const villagesOf = (cloud: Cloud): string[] =>
  find<{ _id: string }>(cloud, 'regions', { level: 'village' }).map(({ _id }) => _id)

/** A class whose session is now, and so many people with a seat in it, who have accounts. */
export function plantFullClass(cloud: Cloud, people: number): { classId: string; openids: string[] } {
  const [account] = find<Account>(cloud, 'accounts', { _id: 'demo-villager-5' })
  const model = modelOf(cloud)
  const villages = villagesOf(cloud)
  const classId = `bench-class-${people}`
  const now = Date.now()
  const at = (hours: number) => new Date(now + hours * HOUR).toISOString()
  // Ten minutes are played: not over midnight in Beijing.
  const early = beijing(now + HOUR).isSame(beijing(now), 'day') ? 0 : -HOUR
  const startsAt = at(-1 + early / HOUR)
  const session = { id: 's1', startsAt, endsAt: at(2), place: model.place }
  const takenByVillage: Record<string, number> = {}
  const rows = Array.from({ length: people }, (_, n): EnrolmentDocument => {
    const village = villages[n % villages.length]!
    takenByVillage[village] = (takenByVillage[village] ?? 0) + 1
    const personId = `bench-${people}-${n}`
    return {
      ...{ _id: enrolmentId(classId, personId), classId, personId, personName: `农户${n}`, village },
      ...{ villageName: '村', state: 'enrolled', enrolledAt: at(-100), line: '', change: 0, reminded: 0 },
      ...{ title: model.title, topic: model.topic, kind: model.kind, startsAt, place: model.place },
      ...{ endsAt: session.endsAt, meetings: [session] },
    }
  })
  const takenByTownship: Record<string, number> = {}
  for (const [village, taken] of Object.entries(takenByVillage)) {
    const township = townshipOf(village)
    takenByTownship[township] = (takenByTownship[township] ?? 0) + taken
  }
  plant(cloud, 'classes', [
    {
      ...model,
      _id: classId,
      seats: people,
      taken: people,
      takenByVillage,
      takenByTownship,
      sessions: [session],
      startsAt,
      endsAt: at(2),
    },
  ])
  plant(cloud, 'enrolments', rows)
  const openids = rows.map(({ personId }) => `openid-${personId}`)
  plant(
    cloud,
    'accounts',
    rows.map(({ personId, personName, village }, n) => ({
      ...account,
      ...{ _id: openids[n], personId, name: personName, village, householdId: `bench-household-${n}` },
    })),
  )
  return { classId, openids }
}

/** So many classes ahead of us, each for a village, a township or the county, in turn. */
export function plantOpenClasses(cloud: Cloud, classes: number): void {
  const model = modelOf(cloud)
  const villages = villagesOf(cloud)
  const now = Date.now()
  const made = Array.from({ length: classes }, (_, n) => {
    const village = villages[n % villages.length]!
    const code = n % 100 === 0 ? village.slice(0, 6) : n % 10 === 0 ? townshipOf(village) : village
    const at = (hours: number) => new Date(now + (24 + n / 100 + hours) * HOUR).toISOString()
    return {
      ...model,
      ...{ _id: `bench-open-${n}`, openTo: [{ code, name: '地方' }], region: code, places: placesIn(code) },
      ...{ startsAt: at(10), endsAt: at(14), signUpClosesAt: at(5), cancelClosesAt: at(5) },
      sessions: [{ id: 's1', startsAt: at(10), endsAt: at(14), place: model.place }],
      ...{ taken: 0, takenByVillage: {}, takenByTownship: {} },
    }
  })
  plant(cloud, 'classes', made)
}
