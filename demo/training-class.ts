import { type CheckIn, type TrainingClass, UNTOUCHED } from '../cloudfunctions/areas/training/documents'
import { placesIn } from '../cloudfunctions/areas/training/regions'
import { COUNTY, COUNTY_NAME } from './people'
import { PERSONA_NAMES } from './words'

export const DAY = 24 * 60 * 60_000
const COUNTY_WIDE = [{ code: COUNTY, name: COUNTY_NAME }]

/** A class as the bureau plans it: of a day, unless said otherwise, from an instant. */
export function makeClass(
  id: string,
  start: number,
  some: Partial<TrainingClass> & Pick<TrainingClass, 'title' | 'topic' | 'seats'>,
): TrainingClass {
  const days = some.days ?? 1
  const at = (time: number) => new Date(time).toISOString()
  const sessions = Array.from({ length: Math.ceil(days) }, (_, day) => ({
    id: `s${day + 1}`,
    startsAt: at(start + day * DAY),
    endsAt: at(start + day * DAY + (days < 1 ? 3 : 8) * 3_600_000),
    place: some.place ?? '青石乡文化站',
  }))
  const openTo = some.openTo ?? COUNTY_WIDE
  const region = openTo[0]!.code
  return {
    ...UNTOUCHED,
    _id: id,
    version: 1,
    kind: 'class',
    sessions,
    about: `${some.title}：讲清楚什么时候做、怎么做，下地示范一遍，人人动手。`,
    startsAt: at(start),
    endsAt: sessions.at(-1)!.endsAt,
    days,
    place: '青石乡文化站',
    costs: '不收费，管午饭',
    meet: '早上 8:30 在村委会坐车',
    bring: '带身份证、穿胶鞋',
    contact: '0000-1234567',
    teachers: [
      { expertId: 'expert-1', personId: 'person-expert-1', name: PERSONA_NAMES.expert, title: '研究员' },
    ],
    materials: [],
    photos: [],
    photosToCheck: false,
    questions: [],
    people: [],
    approval: false,
    waitlist: 'order',
    claimHours: 8,
    region,
    places: placesIn(region),
    signUpClosesAt: at(start - 2 * DAY),
    cancelClosesAt: at(start - DAY),
    openTo,
    state: 'published',
    ...some,
  }
}

/** Ticked by the teacher at every session. */
export function allDay({ _id, sessions, teachers: [teacher] }: TrainingClass) {
  const tick = (at: string, entry: string): CheckIn => ({
    ...{ is: 'present', how: 'tick', at, got: at, rank: 2, entry },
    by: { personId: teacher?.personId ?? '', name: teacher?.name ?? '' },
  })
  return {
    checkIns: Object.fromEntries(sessions.map(({ id, startsAt }) => [id, tick(startsAt, `${_id}-${id}`)])),
    present: sessions.map(({ id }) => id),
  }
}
