import type { Input, Output } from '../../../contract'
import { beijing, dayOf } from '../../../contract/time'
import type { ClassKind, PersonKind, Topic, WaitlistRule } from '../../../contract/training'
import type { Photo } from '../../components'
import type { Place } from '../../place/place'
import type { Question } from './words'

export type Plan = Input<'training.save'>['plan']
export type Planned = Output<'training.plan'>
type Session = Planned['plan']['sessions'][number]

/** A meeting as it is filled in: a Beijing day and two times of it. */
export interface SessionForm {
  id?: string
  day: string
  from: string
  until: string
  place: string
  point?: { latitude: number; longitude: number }
}
/** A moment as it is filled in; without a day there is none. */
export interface Moment {
  day: string
  time: string
}
export interface ReserveForm {
  id: string
  name: string
  seats: string
  people?: PersonKind | undefined
  places: Place[]
}
export interface QuestionForm {
  id: string
  label: string
  kind: Question['kind']
  /** Separated by 、 */
  options: string
  required: boolean
}
export interface Teacher {
  id: string
  name: string
  title: string
}

/** A plan as it is filled in: numbers as they are typed, places and teachers with their names. */
export interface PlanForm {
  title: string
  topic?: Topic
  topicName: string
  kind?: ClassKind
  about: string
  teachers: Teacher[]
  sessions: SessionForm[]
  costs: string
  meet: string
  bring: string
  contact: string
  signUpCloses: Moment
  cancelCloses: Moment
  places: Place[]
  people: PersonKind[]
  minAge: string
  onceInYears: 'any' | 'one' | 'two'
  seats: string
  seatsPerVillage: string
  seatsPerTownship: string
  reserved: ReserveForm[]
  release: Moment
  approval: boolean
  waitlist: WaitlistRule
  claimHours: string
  questions: QuestionForm[]
  cover: Photo[]
  materials: { name: string; file: string }[]
}

export const NO_MOMENT: Moment = { day: '', time: '18:00' }
/** Enough for most rooms; a class must have some number before it can be kept. */
const USUAL_SEATS = '40'

export const EMPTY: PlanForm = {
  title: '',
  topicName: '',
  about: '',
  teachers: [],
  sessions: [],
  costs: '',
  meet: '',
  bring: '',
  contact: '',
  signUpCloses: NO_MOMENT,
  cancelCloses: NO_MOMENT,
  places: [],
  people: [],
  minAge: '',
  onceInYears: 'any',
  seats: USUAL_SEATS,
  seatsPerVillage: '',
  seatsPerTownship: '',
  reserved: [],
  release: { day: '', time: '09:00' },
  approval: false,
  waitlist: 'order',
  claimHours: '8',
  questions: [],
  cover: [],
  materials: [],
}

const timeOf = (at: string): string => beijing(at).format('HH:mm')
export const momentOf = (at: string | undefined, without = NO_MOMENT): Moment =>
  at ? { day: dayOf(at), time: timeOf(at) } : without
const typed = (count: number | undefined): string => (count === undefined ? '' : String(count))

export const sessionForm = ({ id, startsAt, endsAt, place, point }: Session): SessionForm => ({
  ...(id ? { id } : {}),
  day: dayOf(startsAt),
  from: timeOf(startsAt),
  until: timeOf(endsAt),
  place,
  ...(point ? { point } : {}),
})

/** A stored plan as the form shows it. */
export function formOf({ plan, places }: Planned): PlanForm {
  const names = new Map(places.map(({ code, name }) => [code, name]))
  const named = (codes: readonly string[]): Place[] =>
    codes.map((code) => ({ code, name: names.get(code) ?? code }))
  return {
    title: plan.title,
    topic: plan.topic,
    topicName: plan.topicName ?? '',
    kind: plan.kind,
    about: plan.about,
    teachers: plan.teachers,
    sessions: plan.sessions.map(sessionForm),
    costs: plan.costs,
    meet: plan.meet,
    bring: plan.bring,
    contact: plan.contact,
    signUpCloses: momentOf(plan.signUpClosesAt),
    cancelCloses: momentOf(plan.cancelClosesAt),
    places: named(plan.openTo),
    people: plan.people,
    minAge: typed(plan.minAge),
    onceInYears: plan.onceInYears === 1 ? 'one' : plan.onceInYears === 2 ? 'two' : 'any',
    seats: String(plan.seats),
    seatsPerVillage: typed(plan.seatsPerVillage),
    seatsPerTownship: typed(plan.seatsPerTownship),
    reserved: plan.reserved.map(({ id, name, seats, people, regions = [] }) => ({
      id,
      name,
      seats: String(seats),
      ...(people ? { people } : {}),
      places: named(regions),
    })),
    release: momentOf(plan.releaseAt, EMPTY.release),
    approval: plan.approval,
    waitlist: plan.waitlist,
    claimHours: String(plan.claimHours),
    questions: plan.questions.map(({ id, label, kind, options = [], required }) => ({
      id,
      label,
      kind,
      options: options.join('、'),
      required,
    })),
    cover: plan.cover ? [{ path: plan.cover, fileID: plan.cover }] : [],
    materials: plan.materials,
  }
}
