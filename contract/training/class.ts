import * as z from 'zod'
import { cursor, day, id, instant, region } from '../fields'
import { everybody, operation } from '../operation'
import { ENROLMENT_STATES, SEAT_STATES, TOPICS } from './words'

const seats = z.object({
  /** Seats in all, and taken. */
  total: z.int(),
  taken: z.int(),
  /** Seats for one village; absent where there is no village limit. */
  perVillage: z.int().optional(),
  /** Taken by my village (or the village of the person I act for); absent for a visitor. */
  takenByMyVillage: z.int().optional(),
  myVillageName: z.string().optional(),
})

export const classSummary = z.object({
  id,
  title: z.string(),
  topic: z.enum(TOPICS),
  startsAt: instant,
  endsAt: instant,
  place: z.string(),
  /** Days it lasts; 0.5 is half a day. */
  days: z.number(),
  /** "包食宿，不收费" */
  costs: z.string(),
  seats,
  state: z.enum(SEAT_STATES),
  enrolled: z.boolean(),
})
export type ClassSummary = z.infer<typeof classSummary>

/** Classes that are open to me; a visitor sees all that are open to anybody. Soonest first. */
export const list = operation({
  name: 'training.list',
  function: 'api',
  by: everybody('all'),
  writes: false,
  actsFor: true,
  input: z.strictObject({ cursor: cursor.optional() }),
  output: z.object({ classes: z.array(classSummary), next: cursor.optional() }),
  errors: [],
})

export const classDetail = classSummary.extend({
  about: z.string(),
  teacher: z.object({ name: z.string(), title: z.string() }),
  /** Where to gather and what to bring, in words. */
  meet: z.string(),
  bring: z.string(),
  /** Whom to call: a public office number. */
  contact: z.string(),
  signUpClosesAt: instant,
  cancelClosesAt: instant,
  /** The villages or townships it is for; empty means the whole county. */
  openTo: z.array(z.object({ code: region, name: z.string() })),
  /** Present when I (or the person acted for) hold an enrolment. */
  enrolment: z.object({ id, enrolledAt: instant, by: z.string().optional() }).optional(),
  /** For an informant: the people of their villages, to enrol several at once. */
  candidates: z
    .array(
      z.object({
        personId: id,
        name: z.string(),
        age: z.int(),
        hasWeChat: z.boolean(),
        enrolled: z.boolean(),
      }),
    )
    .optional(),
  /** More candidates follow this one. */
  nextCandidate: cursor.optional(),
})
export type ClassDetail = z.infer<typeof classDetail>

/** One class, with everything its page shows. */
export const get = operation({
  name: 'training.get',
  function: 'api',
  by: everybody('all'),
  writes: false,
  actsFor: true,
  input: z.strictObject({
    classId: id,
    /** An informant asks for the people they may enrol. */
    candidates: z.boolean().optional(),
    candidateCursor: cursor.optional(),
  }),
  output: classDetail,
  errors: [],
})

const enrolResult = z.discriminatedUnion('enrolled', [
  z.object({ personId: id, name: z.string(), enrolled: z.literal(true), enrolmentId: id }),
  z.object({
    personId: id,
    name: z.string(),
    enrolled: z.literal(false),
    error: z.object({ code: z.string(), message: z.string() }),
  }),
])

/**
 * Takes a seat: one of the class and one of the village, counted together or not at all.
 * Without `people` it is for me (or `actFor`), and a refusal is the answer's error. With `people` (an informant, for
 * their villages) each person has a result of their own, and one refusal does not touch the others.
 */
export const enrol = operation({
  name: 'training.enrol',
  function: 'api',
  by: { villager: 'own', informant: 'scope' },
  writes: true,
  actsFor: true,
  input: z.strictObject({
    classId: id,
    people: z.array(id).min(1, '请先选人').max(50, '一次最多报 50 人').optional(),
  }),
  output: z.object({ results: z.array(enrolResult) }),
  errors: ['CLASS_FULL', 'VILLAGE_FULL', 'ALREADY_ENROLLED', 'SIGN_UP_CLOSED', 'NOT_ELIGIBLE'],
})

/** Gives the seat back until the class begins. The enrolment stays on record as cancelled. */
export const cancelEnrolment = operation({
  name: 'training.cancelEnrolment',
  function: 'api',
  by: { villager: 'own', informant: 'scope' },
  writes: true,
  actsFor: true,
  input: z.strictObject({ classId: id }),
  output: z.object({ classId: id }),
  errors: ['NOT_ENROLLED', 'CANCEL_CLOSED'],
})

export const enrolment = z.object({
  id,
  classId: id,
  title: z.string(),
  topic: z.enum(TOPICS),
  startsAt: instant,
  place: z.string(),
  state: z.enum(ENROLMENT_STATES),
  /** The Beijing day it took place, for the record of what one has learned. */
  day,
})
export type Enrolment = z.infer<typeof enrolment>

/** My enrolments: those to come (soonest first), or those behind me (latest first). */
export const myEnrolments = operation({
  name: 'training.myEnrolments',
  function: 'api',
  by: { villager: 'own', informant: 'scope' },
  writes: false,
  actsFor: true,
  input: z.strictObject({ when: z.enum(['coming', 'past']), cursor: cursor.optional() }),
  output: z.object({ enrolments: z.array(enrolment), next: cursor.optional() }),
  errors: [],
})
