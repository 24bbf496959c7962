import * as z from 'zod'
import { fileID, id, instant, region, text } from '../fields'
import { operation } from '../operation'
import { classCounts } from './counts'
import { CLASS_KINDS, PERSON_KINDS, PHASES, TOPICS, WAITLIST_RULES } from './words'

/** Who plans: the bureau for classes that lie wholly in its scope, a teacher for their own. */
const planners = { bureau: 'scope', expert: 'own' } as const

/** One meeting of a class. The point is for the phone's navigation; China lies within these degrees. */
export const session = z.strictObject({
  startsAt: instant,
  endsAt: instant,
  place: text(40, 1, '请写在哪里上课'),
  point: z
    .strictObject({ latitude: z.number().min(3).max(54), longitude: z.number().min(73).max(136) })
    .optional(),
})
const plannedSession = session.extend({
  /** Of a meeting that is there already; a new one has none. */
  id: z
    .string()
    .regex(/^s\d{1,3}$/)
    .optional(),
})

const questionId = z.string().regex(/^[a-z0-9]{1,20}$/)
/** What a class asks of whoever signs up: lodging, halal food. */
export const classQuestion = z.strictObject({
  id: questionId,
  label: text(60, 1, '请写要问什么'),
  kind: z.enum(['choice', 'text', 'number', 'yesNo']),
  options: z.array(text(30, 1)).min(2).max(10).optional(),
  required: z.boolean(),
})
/** Land is counted in halves and tenths of a mu. */
const number = z
  .number()
  .min(0)
  .max(1_000_000)
  .refine((value) => Math.round(value * 100) / 100 === value, '最多两位小数')
/** An answer, typed as its question says. */
export const questionAnswer = z.strictObject({
  question: questionId,
  value: z.union([text(200, 1), number, z.boolean()]),
})
export type QuestionAnswer = z.infer<typeof questionAnswer>

const count = z.int().min(1, '至少 1 个').max(5000, '最多 5000 个')
const reserve = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{1,20}$/),
  name: text(20, 1, '请写留给谁'),
  seats: count,
  people: z.enum(PERSON_KINDS).optional(),
  regions: z.array(region).min(1).max(64).optional(),
})
const quotas = {
  seats: count,
  seatsPerVillage: count.optional(),
  seatsPerTownship: count.optional(),
  /** Among the seats, kept for a kind of people or for some places. */
  reserved: z.array(reserve).max(5).default([]),
  /** From when on what is unused is everybody's. */
  releaseAt: instant.optional(),
}

/** Everything of a class that is planned. A draft may leave most of it out. */
export const plan = z.strictObject({
  title: text(40, 2, '请写班名，至少两个字'),
  topic: z.enum(TOPICS),
  topicName: text(20).optional(),
  kind: z.enum(CLASS_KINDS),
  about: text(1000).default(''),
  sessions: z.array(plannedSession).max(30).default([]),
  teacherIds: z.array(id).max(5).default([]),
  costs: text(60).default(''),
  meet: text(100).default(''),
  bring: text(100).default(''),
  contact: z
    .string()
    .regex(/^[\d-]{0,20}$/, '电话只写数字和横线')
    .default(''),
  cover: fileID.optional(),
  materials: z
    .array(z.strictObject({ name: text(40, 1, '请写资料的名字'), file: fileID }))
    .max(10)
    .default([]),
  questions: z.array(classQuestion).max(10).default([]),
  openTo: z.array(region).min(1, '请选面向哪些地方').max(64),
  /** Empty: everybody. */
  people: z.array(z.enum(PERSON_KINDS)).max(PERSON_KINDS.length).default([]),
  minAge: z.int().min(10).max(90).optional(),
  /** At most one class of this kind for a person in so many calendar years. */
  onceInYears: z.union([z.literal(1), z.literal(2)]).optional(),
  ...quotas,
  approval: z.boolean().default(false),
  signUpClosesAt: instant.optional(),
  cancelClosesAt: instant.optional(),
  waitlist: z.enum(WAITLIST_RULES).default('order'),
  claimHours: z.int().min(1).max(80).default(8),
})
export type Plan = z.output<typeof plan>

const version = z.int().min(0).max(1_000_000)
const changed = z.object({ classId: id, version: z.int(), phase: z.enum(PHASES) })
const reason = text(100, 2, '请写原因，至少两个字，大家会看到')

/** Makes a draft, or changes a class; what people have relied on since it was published has operations of its own. */
export const save = operation({
  name: 'training.save',
  function: 'api',
  by: planners,
  writes: true,
  actsFor: false,
  input: z.strictObject({ classId: id.optional(), version: version.optional(), plan }),
  output: changed,
  errors: ['STALE', 'CLASS_STATE', 'UNSAFE_TEXT', 'FILE_NOT_YOURS'],
})

/** The whole plan, for whoever may change it. */
export const getPlan = operation({
  name: 'training.plan',
  function: 'api',
  by: planners,
  writes: false,
  actsFor: false,
  input: z.strictObject({ classId: id }),
  output: changed.extend({
    plan: z.object({
      ...plan.shape,
      startsAt: z.string().optional(),
      teachers: z.array(z.object({ id, name: z.string(), title: z.string() })),
    }),
    reason: z.string().optional(),
    /** The places of `openTo` and of the reserves, by name. */
    places: z.array(z.object({ code: region, name: z.string() })),
    counts: classCounts,
    /** Enrolments that wait for a decision. */
    toDecide: z.int(),
    /** The last session has begun, and nobody has said yet that it is over: who was not seen is not noted. */
    toFinish: z.boolean(),
  }),
  errors: [],
})

const act = <const N extends string, I extends z.ZodRawShape>(name: N, more: I) =>
  operation({
    name,
    function: 'api',
    by: planners,
    writes: true,
    actsFor: false,
    input: z.strictObject({ classId: id, ...more }),
    output: changed,
    errors: ['CLASS_STATE', 'CLASS_INCOMPLETE', 'UNSAFE_TEXT', 'STALE'],
  })

/** Opens sign-up (again, where it was closed by hand and its time is not over). */
export const publish = act('training.publish', {})
/** Closes sign-up before its time. */
export const closeSignUp = act('training.closeSignUp', {})
/** Puts it off; everybody in it and in line is told, and keeps what they have: no offer runs out meanwhile. */
export const postpone = act('training.postpone', { reason })
/** Calls it off: its people are free for other classes, and told. */
export const cancel = act('training.cancel', { reason })
/** It is over, once its last session has begun: who was not seen is noted as absent. */
export const finish = act('training.finish', {})
/** A draft of the same class, its dates moved by whole weeks to where they lie ahead. */
export const copy = act('training.copy', {})
/**
 * New sessions, told to everybody in it and in line; who has a seat is asked to confirm again. Where the class was put off,
 * open offers have their working hours anew from now on.
 */
export const changeTimeOrPlace = act('training.changeTimeOrPlace', {
  version,
  sessions: z.array(plannedSession).min(1, '请写什么时候上课').max(30),
  meet: text(100).optional(),
  signUpClosesAt: instant.optional(),
  cancelClosesAt: instant.optional(),
  reason,
})

/** More or fewer seats; never fewer than are taken or offered: then it says whom it would affect, and changes nothing. */
export const changeSeats = operation({
  name: 'training.changeSeats',
  function: 'api',
  by: planners,
  writes: true,
  actsFor: false,
  input: z.strictObject({ classId: id, ...quotas }),
  output: z.object({
    classId: id,
    changed: z.boolean(),
    over: z.array(
      z.object({
        of: z.enum(['class', 'village', 'township', 'reserve', 'open']),
        name: z.string(),
        limit: z.int(),
        used: z.int(),
        /** Who came last, as many as are too many; the first 20. */
        people: z.array(z.object({ personId: id, name: z.string() })),
      }),
    ),
  }),
  errors: ['CLASS_STATE'],
})
