import * as z from 'zod'
import { cursor, id, instant, text } from '../fields'
import { operation } from '../operation'
import { NO_CODE } from './no-code-words'
import { CHECK_IN_HOWS, CHECK_IN_STATES, ENROLMENT_STATES } from './words'

const planners = { bureau: 'scope', expert: 'own' } as const
/** The class's own people, and an informant for their villages. */
const recorders = { ...planners, informant: 'scope' } as const
const attendees = { villager: 'own', informant: 'scope' } as const

export const sessionId = z.string().regex(/^s\d{1,3}$/, '编号不对，请返回重新打开这一页')
const scannedCode = z.string().regex(/^[A-Za-z0-9-]{4,40}$/, '这个码不对，请再扫一次')
const person = z.object({ personId: id, name: z.string() })

/**
 * The codes of the next twenty minutes for one session, one for each 30 seconds: a screen goes on showing them where the
 * network is weak. Only on a day of the session. Asked again, it also tells how many have come.
 */
export const checkInCode = operation({
  name: 'training.checkInCode',
  function: 'api',
  by: planners,
  writes: false,
  actsFor: false,
  input: z.strictObject({ classId: id, session: sessionId }),
  output: z.object({
    title: z.string(),
    /** The server's clock: a phone that is wrong shows the right code by the difference. */
    now: instant,
    /** How long each is shown; how long after its beginning it counts. */
    stepSeconds: z.int(),
    goodSeconds: z.int(),
    /** What the QR says (contract/training/scan.ts), from when on it is the one to show; in order of time. */
    codes: z.array(z.object({ from: instant, text: z.string() })),
    seated: z.int(),
    present: z.int(),
    toConfirm: z.int(),
  }),
  errors: ['CHECK_IN_NOT_TODAY', 'CLASS_STATE'],
})

/**
 * I am there: the code on the teacher's screen, scanned. It counts if the server gets it within 60 seconds of the moment the
 * code appeared; a later one of the same session and day waits for the teacher (`toConfirm`). Scanned again it changes
 * nothing. Answers what stands: a teacher who says otherwise has the last word.
 */
export const checkIn = operation({
  name: 'training.checkIn',
  function: 'api',
  by: attendees,
  writes: true,
  actsFor: true,
  input: z.strictObject({ classId: id, session: sessionId, code: scannedCode }),
  output: z.object({
    classId: id,
    session: sessionId,
    title: z.string(),
    name: z.string(),
    state: z.enum(CHECK_IN_STATES),
    at: instant,
  }),
  errors: [
    'CHECK_IN_CODE_WRONG',
    'CHECK_IN_CODE_OLD',
    'CHECK_IN_NOT_TODAY',
    'NO_SEAT_HERE',
    'NOT_APPROVED_YET',
    'CLASS_STATE',
  ],
})

/** My own code for a class I have a seat in: it can be kept, printed, and read by a phone without a network. */
export const myCode = operation({
  name: 'training.myCode',
  function: 'api',
  by: attendees,
  writes: false,
  actsFor: true,
  input: z.strictObject({ classId: id }),
  output: z.object({
    classId: id,
    title: z.string(),
    name: z.string(),
    /** What the QR says. */
    text: z.string(),
    /** The same, short enough to read out. */
    code: z.string(),
    /** Whether a certificate may come of it. */
    certifies: z.boolean(),
    /** The class does not take place, or no longer: the teacher's code does not count. */
    noCode: z.enum(NO_CODE).optional(),
    sessions: z.array(
      z.object({
        id: sessionId,
        startsAt: instant,
        place: z.string(),
        state: z.enum(CHECK_IN_STATES).optional(),
      }),
    ),
  }),
  errors: ['NO_SEAT_HERE'],
})

/**
 * Everybody who has a seat, in no order a person would want, with what stands of one session: all that a phone needs to
 * work without a network; it puts them in order once it has them all.
 * An informant sees their villages' people. What kind of household somebody is, is not here.
 */
export const attendanceSheet = operation({
  name: 'training.attendanceSheet',
  function: 'api',
  by: recorders,
  writes: false,
  actsFor: false,
  input: z.strictObject({ classId: id, session: sessionId, cursor: cursor.optional() }),
  output: z.object({
    title: z.string(),
    now: instant,
    sessions: z.array(z.object({ id: sessionId, startsAt: instant, endsAt: instant, place: z.string() })),
    /** Of the whole class. How many have come, the phone counts by its list. */
    seats: z.int(),
    seated: z.int(),
    people: z.array(
      person.extend({
        villageName: z.string(),
        standing: z.enum(ENROLMENT_STATES),
        /** Their own code: one that is scanned or typed is compared with it. */
        code: z.string(),
        checkIn: z
          .object({
            state: z.enum(CHECK_IN_STATES),
            how: z.enum(CHECK_IN_HOWS),
            at: instant,
            /** Who recorded it; absent where they did themselves. */
            by: z.string().optional(),
          })
          .optional(),
      }),
    ),
    next: cursor.optional(),
  }),
  errors: [],
})

/**
 * Somebody who has come without a seat, by their whole name, among the people of the class's places: what a teacher, who
 * may not search the registry, needs to let them in.
 */
export const findWalkIn = operation({
  name: 'training.findWalkIn',
  function: 'api',
  by: recorders,
  writes: false,
  actsFor: false,
  limit: { calls: 60, minutes: 10 },
  input: z.strictObject({ classId: id, name: text(20, 2, '请写全姓名') }),
  output: z.object({ people: z.array(person.extend({ villageName: z.string(), age: z.int() })) }),
  errors: [],
})

const entry = z.strictObject({
  /** Made by the phone, once for each tick or scan: sent again it is the same. */
  entryId: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/),
  personId: id,
  /** `walkIn`: somebody without a seat, who gets one if there is one. */
  how: z.enum(['tick', 'personalCode', 'walkIn']),
  /** What the person's own code says. */
  code: scannedCode.optional(),
  /** By the phone's clock; one that is ahead of the server's counts as now. */
  at: instant,
  present: z.boolean(),
})

/**
 * What a teacher, the bureau or an informant ticked and scanned, at once or whenever the network is back. Of several
 * statements about one person and session the one stands whose maker weighs more (teacher, bureau and a code scanned in time
 * before an informant, both before a late scan), then the later by its own clock: so the order in which they arrive, and
 * how often, changes nothing. A tick confirms or refuses who waits as `toConfirm`.
 */
export const recordAttendance = operation({
  name: 'training.recordAttendance',
  function: 'api',
  by: recorders,
  writes: true,
  actsFor: false,
  input: z.strictObject({
    classId: id,
    session: sessionId,
    entries: z.array(entry).min(1, '请先点人').max(200, '一次最多记 200 条'),
  }),
  output: z.object({
    /** In the order of the entries. */
    results: z.array(
      person.extend({
        entryId: z.string(),
        /** What stands now; absent with an error. */
        state: z.enum(CHECK_IN_STATES).optional(),
        /** Somebody else's, or a later, statement stands instead. */
        overruled: z.boolean(),
        error: z.object({ code: z.string(), message: z.string() }).optional(),
      }),
    ),
  }),
  errors: ['CHECK_IN_NOT_TODAY', 'CLASS_STATE'],
})
