import type { TrainingClass } from '../cloudfunctions/areas/training/documents'
import { type Cloud, startCloud } from '../tests/system/cloud'
import { type Crowd, countByCode, type Ended, enrolAtOnce } from '../tests/system/crowd'
import type { Found, Line, Measurement } from './line'

const PEOPLE = 500
const ABOUT_SEATS = ['ok', 'VILLAGE_FULL', 'CLASS_FULL']
/** One a household, as the demo county numbers them; the first four hold other personas. */
const OPENIDS = Array.from({ length: PEOPLE }, (_, index) => `demo-villager-${index + 5}`)

const classOf = (cloud: Cloud, id: string) =>
  cloud.emulator.store.find('classes', { _id: id })[0] as unknown as TrainingClass

/** Seats by the rows themselves: all, and of the village that has most. */
function seated(cloud: Cloud, classId: string): { all: number; ofVillage: number } {
  const rows = cloud.emulator.store.find('enrolments', { classId, state: 'enrolled' }, 1000)
  const byVillage = new Map<unknown, number>()
  for (const { village } of rows) byVillage.set(village, (byVillage.get(village) ?? 0) + 1)
  return { all: rows.length, ofVillage: Math.max(0, ...byVillage.values()) }
}

/**
 * The same people with a class each, in which the same will happen to them: free, its village full, or all full. The
 * same calls in the same moment, and no two want the same document.
 */
function classesApart(cloud: Cloud, training: TrainingClass, ended: readonly Ended[]) {
  const villageOf = (openid: string) =>
    String(cloud.emulator.store.find('accounts', { _id: openid })[0]?.village)
  const people = ended.map(({ openid, code }, index) => {
    const village = villageOf(openid)
    const copy: TrainingClass = {
      ...training,
      _id: `${training._id}-apart-${index}`,
      taken: code === 'CLASS_FULL' ? training.seats : 0,
      takenByVillage: code === 'VILLAGE_FULL' ? { [village]: training.seatsPerVillage ?? 0 } : {},
    }
    return { openid, classId: copy._id, copy }
  })
  cloud.emulator.store.insertMany('classes', people.map(({ copy }) => copy) as never)
  return people
}

const tell = (name: string, { calls, noRoom, broken, transactions, conflicts, ms }: Crowd): string =>
  `${name}: ${calls} calls, of which ${noRoom} found no room in the plan and ${broken} lost their line, and were sent again; ` +
  `${transactions} transactions, ${conflicts} of them begun again after a conflict; ${(ms / 1000).toFixed(1)} s`

async function measureClass(cloud: Cloud, classId: string): Promise<Found> {
  const before = classOf(cloud, classId)
  const crowd = await enrolAtOnce(
    cloud,
    OPENIDS.map((openid) => ({ openid, classId })),
  )
  const training = classOf(cloud, classId)
  const { all, ofVillage } = seated(cloud, classId)
  const apart = await enrolAtOnce(cloud, classesApart(cloud, before, crowd.ended))
  const name = `${training.seats} seats`
  const same = crowd.ended.filter(({ code }, index) => apart.ended[index]?.code !== code).length
  const others = crowd.ended.filter(({ code }) => !ABOUT_SEATS.includes(code)).length
  const rate = ({ ms }: Crowd) => PEOPLE / (ms / 1000)
  const lines: Line[] = [
    { name: `${name}: seats given`, value: all, target: { exactly: training.seats } },
    { name: `${name}: what the class counted`, value: training.taken, target: { exactly: all } },
    {
      name: `${name}: most of one village`,
      value: ofVillage,
      target: { most: training.seatsPerVillage ?? training.seats },
    },
    { name: `${name}: errors not about seats`, value: others, target: { exactly: 0 } },
    { name: `${name}: told otherwise when apart`, value: same, target: { exactly: 0 } },
    { name: `${name}: people a second ÷ apart`, value: rate(crowd) / rate(apart) },
  ]
  const outcome = Object.entries(countByCode(crowd.ended)).map(([code, count]) => `${count} ${code}`)
  return {
    lines,
    notes: [
      `${name}, together: ${outcome.join(', ')}`,
      tell(`${name}, together`, crowd),
      tell(`${name}, apart`, apart),
    ],
  }
}

const warm = (cloud: Cloud, openid: string) =>
  cloud.emulator.call('api', { operation: 'identity.me', input: {}, requestId: `warm-${openid}` }, openid)

/** 500 people in the same moment for one class, beside the same 500 calls that want nothing in common. */
export const enrolment: Measurement = {
  name: 'enrolment',
  title: `Enrolment: ${PEOPLE} people at once`,
  async measure(): Promise<Found> {
    const cloud = await startCloud()
    try {
      // Instances start before the clock does: starting them is not what is measured.
      await Promise.all(OPENIDS.slice(0, 100).map((openid) => warm(cloud, openid)))
      const [first, second] = [
        await measureClass(cloud, 'class-open-1'),
        await measureClass(cloud, 'class-open-2'),
      ]
      return {
        lines: [...first.lines, ...second.lines],
        notes: [
          ...(first.notes ?? []),
          ...(second.notes ?? []),
          'Apart: the same people, each with a class of their own in which the same happens to them.',
        ],
      }
    } finally {
      await cloud.close()
    }
  },
}
