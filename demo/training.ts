import type { Person } from '../cloudfunctions/areas/registry/documents'
import { goesOn } from '../cloudfunctions/areas/training/dates'
import {
  type EnrolmentDocument,
  enrolmentId,
  type TrainingClass,
} from '../cloudfunctions/areas/training/documents'
import { townshipOf } from '../contract/regions'
import { COUNTY, type Village } from './people'
import type { Random } from './random'
import { allDay, DAY, makeClass } from './training-class'
import { CLASSES } from './words'

export const PAST_CLASSES = 25
export const ATTENDANCES = 4000

/** 9:00 Beijing time, some days from today. */
const morning = (now: Date, days: number): number => {
  const beijingDay = Math.floor((now.getTime() + 8 * 3_600_000) / DAY) + days
  return beijingDay * DAY + 3_600_000
}

/** 25 classes behind us with exactly 4,000 attendances, and those one can sign up for. */
export function makeTraining(random: Random, now: Date, villages: Village[], villagers: Person[]) {
  const classes: TrainingClass[] = []
  const enrolments: EnrolmentDocument[] = []
  const byVillage = villages.map((village) => villagers.filter((person) => person.village === village.code))

  function seat(training: TrainingClass, person: Person, state: EnrolmentDocument['state']): void {
    training.taken++
    const count = (counts: Record<string, number>, key: string) => ({
      ...counts,
      [key]: (counts[key] ?? 0) + 1,
    })
    training.takenByVillage = count(training.takenByVillage, person.village!)
    training.takenByTownship = count(training.takenByTownship, townshipOf(person.village!))
    const { _id: classId, title, topic, kind, startsAt, place } = training
    enrolments.push({
      _id: enrolmentId(classId, person._id),
      classId,
      personId: person._id,
      personName: person.name,
      village: person.village!,
      villageName: person.villageName,
      state,
      line: '',
      change: 0,
      reminded: 0,
      enrolledAt: new Date(Date.parse(startsAt) - 10 * DAY).toISOString(),
      title,
      topic,
      kind,
      startsAt,
      place,
      ...goesOn(training),
      ...(state === 'attended' ? allDay(training) : {}),
    })
  }

  // The residential class: two of each village.
  const may = new Date(Date.UTC(now.getUTCFullYear() - (now.getUTCMonth() < 6 ? 1 : 0), 4, 12, 1))
  const residential = makeClass('class-past-1', may.getTime(), {
    title: '农村科技明白人培训班',
    topic: 'other',
    seats: 128,
    seatsPerVillage: 2,
    days: 4,
    place: '农业大学都江堰校区',
    costs: '包食宿，不收费',
    state: 'finished',
  })
  for (const people of byVillage)
    for (const person of people.slice(0, 2)) seat(residential, person, 'attended')
  classes.push(residential)

  const rest = ATTENDANCES - residential.taken
  const others = PAST_CLASSES - 1
  for (let i = 0; i < others; i++) {
    const size = Math.floor(rest / others) + (i < rest % others ? 1 : 0)
    const lecture = i < 3
    const [title, topic] = lecture
      ? ([`${['中药材', '青脆李', '红脆李'][i]}田间大讲堂`, i === 0 ? 'herb' : 'fruit'] as const)
      : CLASSES[i % CLASSES.length]!
    const training = makeClass(`class-past-${i + 2}`, morning(now, -20 - i * 11), {
      title,
      topic,
      seats: 200,
      state: 'finished',
      ...(lecture ? { kind: 'lecture' as const, days: 0.5 } : {}),
    })
    const from = random.below(villagers.length)
    for (let n = 0; n < size; n++) seat(training, villagers[(from + n * 7) % villagers.length]!, 'attended')
    classes.push(training)
  }

  const open = [
    makeClass('class-open-1', morning(now, 9), {
      title: '农村科技明白人培训班（第二期）',
      topic: 'other',
      seats: 128,
      seatsPerVillage: 2,
      days: 4,
      place: '农业大学都江堰校区',
      costs: '包食宿，不收费',
      meet: '早上 6:30 在乡政府门口坐车',
      bring: '带身份证和换洗衣服',
    }),
    makeClass('class-open-2', morning(now, 14), {
      title: '中药材栽培提高班',
      topic: 'herb',
      seats: 100,
      seatsPerVillage: 2,
      days: 2,
    }),
    makeClass('class-open-3', morning(now, 5), {
      title: '青脆李冬季修剪',
      topic: 'fruit',
      seats: 40,
      seatsPerVillage: 5,
      days: 0.5,
      place: '李家湾村文化院坝',
      kind: 'skill',
    }),
    makeClass('class-open-4', morning(now, 20), {
      title: '中蜂越冬管理',
      topic: 'livestock',
      seats: 30,
      place: '青石乡文化站',
      openTo: [{ code: `${COUNTY}100`, name: '青石乡' }],
    }),
    makeClass('class-open-5', morning(now, 3), { title: '高山蔬菜育苗', topic: 'vegetable', seats: 50 }),
  ]
  const coming = open.find((training) => training._id === 'class-open-5')!
  const demo = villagers.find((person) => person.openid === 'demo-villager')!
  seat(coming, demo, 'enrolled')
  return { classes: [...classes, ...open], enrolments }
}
