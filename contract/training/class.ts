import * as z from 'zod'
import { cursor, id, instant, region, text } from '../fields'
import { everybody, operation } from '../operation'
import { classQuestion, questionAnswer, session } from './plan'
import { CLASS_KINDS, ENROLMENT_STATES, PHASES, SEAT_STATES, TOPICS, WAITLIST_RULES } from './words'

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
  /** Whether I have a seat, decided or not. */
  enrolled: z.boolean(),
  kind: z.enum(CLASS_KINDS),
  phase: z.enum(PHASES),
  /** Whether one can stand in line where there is no seat. */
  line: z.boolean(),
  /** Where I stand, also when I only wait. */
  standing: z.enum(ENROLMENT_STATES).optional(),
})
export type ClassSummary = z.infer<typeof classSummary>

/** Classes that are open to me, of one topic or of all; a visitor sees all that are open to anybody. Soonest first. */
export const list = operation({
  name: 'training.list',
  function: 'api',
  by: everybody('all'),
  writes: false,
  actsFor: true,
  input: z.strictObject({ topic: z.enum(TOPICS).optional(), cursor: cursor.optional() }),
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
  /** "修剪", where none of the topics says it. */
  topicName: z.string().optional(),
  sessions: z.array(session.extend({ id: z.string() })),
  teachers: z.array(z.object({ name: z.string(), title: z.string() })),
  questions: z.array(classQuestion),
  minAge: z.int().optional(),
  onceInYears: z.int().optional(),
  /** An enrolment waits for a decision. */
  approval: z.boolean(),
  /** Why it was postponed or cancelled. */
  reason: z.string().optional(),
  waitlist: z.object({
    rule: z.enum(WAITLIST_RULES),
    /** The rule in words: shown to everybody. */
    words: z.string(),
    waiting: z.int(),
    /** Working hours one has to answer an offer. */
    claimHours: z.int(),
  }),
  /** Only with WeChat's verdict. */
  cover: z.string().optional(),
  /** For who has a seat, or was there. */
  materials: z.array(z.object({ name: z.string(), url: z.string().optional() })),
  /** What became of my enrolment, and what I still have to do. */
  mine: z
    .object({
      state: z.enum(ENROLMENT_STATES),
      /** My place in line, from 1. */
      place: z.int().optional(),
      offerUntil: instant.optional(),
      /** Time or place changed: am I still coming? */
      needsConfirm: z.boolean(),
      answers: z.array(questionAnswer),
      reason: z.string().optional(),
    })
    .optional(),
  /** Why I cannot have a seat now. */
  obstacle: z.object({ code: z.string(), message: z.string() }).optional(),
  /** With an obstacle: open classes I could join instead. */
  elsewhere: z.array(z.object({ id, title: z.string(), startsAt: instant, place: z.string() })),
  /** For an informant: the people of their villages, to enrol several at once. */
  candidates: z
    .array(
      z.object({
        personId: id,
        name: z.string(),
        age: z.int(),
        hasWeChat: z.boolean(),
        enrolled: z.boolean(),
        standing: z.enum(ENROLMENT_STATES).optional(),
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
    /** Those of them who are called so: name, its initials, or phone. */
    candidateWords: text(60).optional(),
    candidateCursor: cursor.optional(),
  }),
  output: classDetail,
  errors: [],
})
