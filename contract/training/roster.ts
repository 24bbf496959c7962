import * as z from 'zod'
import { cursor, id, instant, text } from '../fields'
import { operation } from '../operation'
import { classCounts as counts } from './counts'
import { classQuestion, questionAnswer } from './plan'
import { CLASS_KINDS, ENROLMENT_STATES, PHASES, TOPICS } from './words'

const planners = { bureau: 'scope', expert: 'own' } as const

/** The classes one plans: of the bureau's scope, or of a teacher. Latest first. */
export const desk = operation({
  name: 'training.desk',
  function: 'api',
  by: planners,
  writes: false,
  actsFor: false,
  input: z.strictObject({ show: z.enum(['draft', 'open', 'past']), cursor: cursor.optional() }),
  output: z.object({
    classes: z.array(
      z.object({
        id,
        title: z.string(),
        topic: z.enum(TOPICS),
        kind: z.enum(CLASS_KINDS),
        phase: z.enum(PHASES),
        /** Absent while a draft has no dates. */
        startsAt: instant.optional(),
        place: z.string(),
        counts,
        /** Enrolments that wait for a decision. */
        toDecide: z.int(),
        approval: z.boolean(),
        reason: z.string().optional(),
      }),
    ),
    next: cursor.optional(),
  }),
  errors: [],
})

/** Who is in a class, by state; the line in its order. What kind of household somebody is, is not here. */
export const roster = operation({
  name: 'training.roster',
  function: 'api',
  by: planners,
  writes: false,
  actsFor: false,
  input: z.strictObject({
    classId: id,
    state: z.enum(ENROLMENT_STATES),
    /** Only who has not said yet whether they come at the new time or place. */
    unconfirmed: z.boolean().optional(),
    cursor: cursor.optional(),
  }),
  output: z.object({
    title: z.string(),
    phase: z.enum(PHASES),
    /** What the answers are to. */
    questions: z.array(classQuestion),
    counts,
    people: z.array(
      z.object({
        personId: id,
        name: z.string(),
        villageName: z.string(),
        state: z.enum(ENROLMENT_STATES),
        enrolledAt: instant,
        by: z.string().optional(),
        answers: z.array(questionAnswer),
        needsConfirm: z.boolean(),
        offerUntil: instant.optional(),
        /** Why somebody in line could not be offered a seat now; why somebody left. */
        reason: z.string().optional(),
      }),
    ),
    next: cursor.optional(),
  }),
  errors: [],
})

/** Approves or refuses an enrolment that waits for it; a refusal says why, and its seat goes to the next in line. */
export const decide = operation({
  name: 'training.decide',
  function: 'api',
  by: planners,
  writes: true,
  actsFor: false,
  input: z.strictObject({
    classId: id,
    personId: id,
    approve: z.boolean(),
    reason: text(100).optional(),
  }),
  output: z.object({ classId: id, personId: id, state: z.enum(['enrolled', 'refused']) }),
  errors: ['NOT_PENDING', 'UNSAFE_TEXT'],
})

/** What became of each seat that was offered, and why to whom: latest first. */
export const offers = operation({
  name: 'training.offers',
  function: 'api',
  by: planners,
  writes: false,
  actsFor: false,
  input: z.strictObject({ classId: id, cursor: cursor.optional() }),
  output: z.object({
    offers: z.array(
      z.object({
        id,
        personId: id,
        name: z.string(),
        villageName: z.string(),
        at: instant,
        /** Absent while the class is put off: the time to answer does not run. */
        until: instant.optional(),
        because: z.enum(['village', 'order']),
        outcome: z.enum(['claimed', 'declined', 'expired', 'withdrawn']).optional(),
        closedAt: instant.optional(),
        /** Who stood before them in line, and why it was not offered to them; the first 20. */
        passed: z.array(z.object({ personId: id, name: z.string(), why: z.string() })),
      }),
    ),
    next: cursor.optional(),
  }),
  errors: [],
})
