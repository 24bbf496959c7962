import type { Topic } from '../../../contract/training'

/** `classes`: a class and its seat counters, which only a transaction changes. Instants are ISO strings (UTC). */
export interface TrainingClass {
  _id: string
  title: string
  topic: Topic
  kind: 'class' | 'lecture' | 'outreach' | 'skill'
  about: string
  startsAt: string
  endsAt: string
  days: number
  place: string
  costs: string
  meet: string
  bring: string
  contact: string
  teacher: { expertId: string; name: string; title: string }
  signUpClosesAt: string
  cancelClosesAt: string
  /** Region prefixes it is for; never empty (the county itself means everybody). */
  openTo: { code: string; name: string }[]
  seats: number
  /** Absent: no village limit. */
  seatsPerVillage?: number
  taken: number
  /** Village code → taken. */
  takenByVillage: Record<string, number>
  state: 'published' | 'finished' | 'cancelled'
}

/** `enrolments`, _id = class:person — the uniqueness of an enrolment is its id. Kept when cancelled. */
export interface EnrolmentDocument {
  _id: string
  classId: string
  personId: string
  personName: string
  village: string
  state: 'enrolled' | 'attended' | 'absent' | 'cancelled'
  enrolledAt: string
  /** Who acted, when it was not the person. */
  by?: { personId: string; name: string }
  /** Copied from the class, so that a person's list is one query. */
  title: string
  topic: Topic
  startsAt: string
  place: string
}

export const enrolmentId = (classId: string, personId: string): string => `${classId}:${personId}`
