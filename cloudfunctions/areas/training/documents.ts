import type { z } from 'zod'
import type { classQuestion, QuestionAnswer } from '../../../contract/training/plan'
import type {
  CheckInHow,
  CheckInState,
  ClassKind,
  EnrolmentState,
  PersonKind,
  Topic,
  WaitlistRule,
} from '../../../contract/training/words'
import type { WithPhotos } from '../photo/documents'
import type { Counted } from './count/documents'
import type { Claim, Quotas, Used } from './seats'

export interface Session {
  /** s1, s2 …: what a check-in names; never used twice in a class. */
  id: string
  startsAt: string
  endsAt: string
  place: string
  point?: { latitude: number; longitude: number }
}

/** What a row has of a session. */
export type Meeting = Pick<Session, 'startsAt' | 'endsAt' | 'place'>

export interface Teacher {
  expertId: string
  /** Who may plan this class as its teacher is told by the expert's id; messages go to the person. */
  personId: string
  name: string
  title: string
}

/** What everybody in a class still has to be told. Rows know the number of the last change they were told. */
export interface Tell {
  /** `copied`: title and dates of their rows follow, without a message. */
  kind: 'copied' | 'changed' | 'postponed' | 'cancelled' | 'finished'
  reason: string
  /** When a class that was put off got its new time: open offers have a new deadline from then on (offer-time.ts). */
  resumed?: string
}

/**
 * `classes`: a class and its seat counters. Whatever moves an enrolment's seat or place in line changes this document in
 * the same transaction, so that rivals collide here. Instants are ISO strings (UTC); a draft without dates has '' there.
 */
export interface TrainingClass extends Quotas, WithPhotos {
  version: number
  title: string
  topic: Topic
  topicName?: string
  kind: ClassKind
  about: string
  sessions: Session[]
  /** Of the first session, and the end of the last. */
  startsAt: string
  endsAt: string
  /** Days it lasts; 0.5 is half a day. */
  days: number
  place: string
  costs: string
  meet: string
  bring: string
  contact: string
  teachers: Teacher[]
  materials: { name: string; file: string }[]
  questions: z.infer<typeof classQuestion>[]
  /** Region prefixes it is for; never empty (the county itself means everybody). */
  openTo: { code: string; name: string }[]
  /** The narrowest region that holds all of `openTo`, and every scope that holds it: who plans it is one lookup. */
  region: string
  places: string[]
  /** Kinds of people it is for; empty: everybody. */
  people: PersonKind[]
  minAge?: number
  onceInYears?: 1 | 2
  releaseAt?: string
  approval: boolean
  signUpClosesAt: string
  cancelClosesAt: string
  waitlist: WaitlistRule
  /** Working hours to answer an offer. */
  claimHours: number
  state: 'draft' | 'published' | 'closed' | 'postponed' | 'cancelled' | 'finished'
  reason?: string
  by?: { personId: string; name: string; openid: string }

  taken: number
  /** Village code → taken; the same for townships and reserves. */
  takenByVillage: Record<string, number>
  takenByTownship: Record<string, number>
  takenByReserve: Record<string, number>
  held: Used
  line: Record<string, number>
  freed: string[]
  /** Goes up with every move of a seat or of the line. */
  moves: number

  /** Number of the last change people have to be told of; `tell` is there until all were. */
  change: number
  tell?: Tell
  /** A seat may be free for somebody in line: jobs looks. */
  toOffer: boolean
  /** When unused quotas become everybody's, until jobs has seen to it. */
  releaseDueAt?: string
  /** When to remind next, and how often it was done. */
  remindAt?: string
  reminded: number
  /** Since when somebody who attended may have no certificate yet; jobs looks (certificate/issue.ts). */
  toCertify?: string
}

/** A class nobody has signed up for. */
export const UNTOUCHED = {
  taken: 0,
  takenByVillage: {},
  takenByTownship: {},
  takenByReserve: {},
  held: { all: 0, village: {}, township: {}, reserve: {} },
  line: {},
  freed: [],
  moves: 0,
  change: 0,
  toOffer: false,
  reminded: 0,
} satisfies Partial<TrainingClass>

/** What stands of somebody's being at one session: who says so, how they know, and when. check-in/rules.ts weighs them. */
export interface CheckIn {
  is: CheckInState
  how: CheckInHow
  /** When it was, by the clock of the phone that recorded it, never later than when the server got it. */
  at: string
  got: string
  /** 2: the teacher, the bureau, or a code scanned in time; 1: an informant; 0: a code scanned too late. */
  rank: 0 | 1 | 2
  /** The id it was recorded under: sent again it is the same statement. */
  entry: string
  /** Absent: the person, or whoever acts for them, by the teacher's code. */
  by?: { personId: string; name: string }
}

/** What an informant of a village has yet to tell somebody without an account: the latest of a class (tell-others/relay.ts). */
export interface Relay {
  village: string
  at: string
  until: string
  /** The notification, and what it says. */
  message: string
  title: string
  text: string
  page: string
}

/** `enrolments`, _id = class:person — the uniqueness of an enrolment is its id. Kept when cancelled. */
export interface EnrolmentDocument {
  _id: string
  classId: string
  personId: string
  personName: string
  /** Of the seat that was drawn, or is waited for: where the person lived then. */
  village: string
  villageName?: string
  state: EnrolmentState
  enrolledAt: string
  /** Of the seat that was drawn. */
  reserve?: string
  /** What somebody in line may draw; `line` orders them, and is '' for everybody else. */
  claim?: Claim
  line?: string
  /** The offer that waits for an answer; without a deadline while the class is put off. */
  offer?: { id: string; until?: string }
  answers?: QuestionAnswer[]
  /** Time or place changed after they signed up. */
  needsConfirm?: boolean
  /** Why they left, or were refused. */
  reason?: string
  /** What became of the class itself, and why: those concerned see it in their list. */
  off?: { as: 'postponed' | 'cancelled'; reason: string }
  cancelledAt?: string
  /** The last change and the last reminder they were told of. */
  change?: number
  reminded?: number
  /** Session → what stands of it; and the sessions for which it is `present` or `toConfirm`, which indexes count. */
  checkIns?: Record<string, CheckIn>
  present?: string[]
  toConfirm?: string[]
  /** Came without a seat and was let in: taken back, nothing is left of it (check-in/walk-out.ts). */
  walkedIn?: true
  /** Whether they attended, or after the class how often, has changed since it was counted: jobs does it. What it was counted in, and the lists it is in. */
  toCount?: true | undefined
  counted?: Counted | undefined
  countedIn?: string[] | undefined
  relay?: Relay | undefined
  /** Of the certificate they have for it, and whether the bureau has voided it for good: no other is due then. */
  certificate?: string
  certificateVoid?: true | undefined
  /** Who acted, when it was not the person. */
  by?: { personId: string; name: string }
  /** Copied from the class, so that a person's list is one query. */
  title: string
  topic: Topic
  kind?: ClassKind
  startsAt: string
  place: string
  /** Until when something of it is to come for them, and every session: a class of several goes on after its first. */
  endsAt: string
  meetings: Meeting[]
}

export const enrolmentId = (classId: string, personId: string): string => `${classId}:${personId}`

/** `offers`: every seat that was offered to somebody in line, why to them, and what became of it. */
export interface OfferDocument {
  _id: string
  classId: string
  personId: string
  name: string
  villageName: string
  at: string
  until: string
  because: 'village' | 'order'
  /** Who stood before them, and why it was not offered to them. */
  passed: { personId: string; name: string; why: string }[]
  outcome?: 'claimed' | 'declined' | 'expired' | 'withdrawn'
  closedAt?: string
}

/** `turns`, _id = person:kind of class: two enrolments that exclude each other both write it, and one of them waits. */
export interface Turn {
  _id: string
  at: string
}
