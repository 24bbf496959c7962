import * as z from 'zod'
import { cursor, day, id, instant, text } from '../fields'
import { operation } from '../operation'
import { questionAnswer } from './plan'
import { CLASS_KINDS, ENROLMENT_STATES, TOPICS } from './words'

const attendees = { villager: 'own', informant: 'scope' } as const
const answers = z.array(questionAnswer).max(10)

const enrolResult = z.discriminatedUnion('enrolled', [
  z.object({
    personId: id,
    name: z.string(),
    enrolled: z.literal(true),
    enrolmentId: id,
    /** `pending`: the seat is theirs once it is approved. */
    state: z.enum(['enrolled', 'pending']),
  }),
  z.object({
    personId: id,
    name: z.string(),
    enrolled: z.literal(false),
    error: z.object({
      code: z.string(),
      /** About 这个人, not 您, where it is not the caller. */
      message: z.string(),
      /** Among several: open classes this one could join instead, as they are said. Alone it is in the message. */
      elsewhere: z.array(z.string()).optional(),
    }),
    /** They stand in line now, at this place. */
    waiting: z.object({ place: z.int() }).optional(),
  }),
])

/**
 * Takes a seat: one of the class, of the village, of the township, of a reserve, counted together or not at all.
 * Without `people` it is for me (or `actFor`), and a refusal is the answer's error. With `people` (an informant, for
 * their villages) each person has a result of their own, and one refusal does not touch the others.
 */
export const enrol = operation({
  name: 'training.enrol',
  function: 'api',
  by: attendees,
  writes: true,
  actsFor: true,
  input: z.strictObject({
    classId: id,
    people: z.array(id).min(1, '请先选人').max(50, '一次最多报 50 人').optional(),
    /** Stand in line where there is no seat. */
    wait: z.boolean().optional(),
    /** To what the class asks: of everybody, unless `answersOf` has somebody's own. */
    answers: answers.optional(),
    answersOf: z
      .array(z.strictObject({ personId: id, answers }))
      .max(50)
      .optional(),
  }),
  output: z.object({ results: z.array(enrolResult) }),
  errors: [
    'CLASS_FULL',
    'VILLAGE_FULL',
    'TOWNSHIP_FULL',
    'LINE_FIRST',
    'ALREADY_ENROLLED',
    'WAITING_ALREADY',
    'OFFERED_ALREADY',
    'SIGN_UP_CLOSED',
    'CLASS_CANCELLED',
    'CLASS_POSTPONED',
    'NOT_ELIGIBLE',
    'NOT_FOR_YOU',
    'TOO_YOUNG',
    'HAD_ONE',
    'UNSAFE_TEXT',
  ],
})

/** Gives up a seat until the deadline, or a place in line at any time. The enrolment stays on record as cancelled. */
export const cancelEnrolment = operation({
  name: 'training.cancelEnrolment',
  function: 'api',
  by: attendees,
  writes: true,
  actsFor: true,
  input: z.strictObject({ classId: id, reason: text(100).optional() }),
  output: z.object({ classId: id }),
  errors: ['NOT_ENROLLED', 'CANCEL_CLOSED', 'UNSAFE_TEXT'],
})

/** Takes the seat that was offered. */
export const claim = operation({
  name: 'training.claim',
  function: 'api',
  by: attendees,
  writes: true,
  actsFor: true,
  input: z.strictObject({ classId: id }),
  output: z.object({ classId: id, state: z.enum(['enrolled', 'pending']) }),
  errors: ['NO_OFFER', 'OFFER_OVER', 'HAD_ONE', 'CLASS_CANCELLED', 'CLASS_POSTPONED'],
})

/** Leaves it to the next in line. */
export const decline = operation({
  name: 'training.decline',
  function: 'api',
  by: attendees,
  writes: true,
  actsFor: true,
  input: z.strictObject({ classId: id }),
  output: z.object({ classId: id }),
  errors: ['NO_OFFER'],
})

/** Other answers to what the class asks, until the deadline of cancelling. One that was approved has to be approved again. */
export const editEnrolment = operation({
  name: 'training.editEnrolment',
  function: 'api',
  by: attendees,
  writes: true,
  actsFor: true,
  input: z.strictObject({ classId: id, answers }),
  output: z.object({ classId: id, state: z.enum(ENROLMENT_STATES) }),
  errors: ['NOT_ENROLLED', 'EDIT_CLOSED', 'UNSAFE_TEXT'],
})

/** Still coming, at the new time and place. Who is not cancels. */
export const confirmAgain = operation({
  name: 'training.confirmAgain',
  function: 'api',
  by: attendees,
  writes: true,
  actsFor: true,
  input: z.strictObject({ classId: id }),
  output: z.object({ classId: id }),
  errors: ['NOT_ENROLLED', 'NOTHING_TO_CONFIRM'],
})

export const enrolment = z.object({
  id,
  classId: id,
  title: z.string(),
  topic: z.enum(TOPICS),
  /** Of the session that is next, or goes on; of the first once all are over. */
  startsAt: instant,
  place: z.string(),
  state: z.enum(ENROLMENT_STATES),
  /** The Beijing day it took place, for the record of what one has learned. */
  day,
  kind: z.enum(CLASS_KINDS).optional(),
  needsConfirm: z.boolean().optional(),
  offerUntil: instant.optional(),
  /** My place in line, from 1. */
  inLine: z.int().optional(),
  /** Why I left, or was refused. */
  reason: z.string().optional(),
  /** The class itself was put off or called off, and why. */
  off: z.object({ as: z.enum(['postponed', 'cancelled']), reason: z.string() }).optional(),
})
export type Enrolment = z.infer<typeof enrolment>

/**
 * My enrolments: those to come (soonest first), or those behind me (latest first). To come are also those I lost and may
 * do something about: the class was called off, I was refused, I did not answer in time.
 */
export const myEnrolments = operation({
  name: 'training.myEnrolments',
  function: 'api',
  by: attendees,
  writes: false,
  actsFor: true,
  input: z.strictObject({ when: z.enum(['coming', 'past']), cursor: cursor.optional() }),
  output: z.object({ enrolments: z.array(enrolment), next: cursor.optional() }),
  errors: [],
})
