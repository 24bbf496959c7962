import * as z from 'zod'
import { cursor, day, id, instant } from '../fields'
import { everybody, known, operation } from '../operation'
import { agent } from './family'
import { guideline } from './fields'
import { roleGrant } from './me'

/** Agrees to the newest privacy guideline. */
export const consent = operation({
  name: 'identity.consent',
  function: 'api',
  by: known('own'),
  writes: true,
  actsFor: false,
  withoutConsent: true,
  input: z.strictObject({ version: guideline }),
  output: z.object({ agreed: z.literal(true) }),
  errors: ['GUIDELINE_CHANGED'],
})

/** Somebody did or looked at something that is about one. */
export const look = z.object({
  at: instant,
  who: z.string(),
  /** In Chinese: 看了分红. */
  what: z.string(),
  reason: z.string().optional(),
})
export type Look = z.infer<typeof look>

export const aboutMe = z.object({
  personId: id,
  name: z.string(),
  birthYear: z.int(),
  place: z.string(),
  /** 138****1234 */
  phone: z.string().optional(),
  /** 519921**********12 */
  identityNumber: z.string().optional(),
  household: z
    .object({
      headName: z.string(),
      address: z.string().optional(),
      members: z.array(z.object({ personId: id, name: z.string(), relation: z.string().optional() })),
    })
    .optional(),
  consent: z.object({ version: day, at: instant }).optional(),
  roles: z.array(roleGrant),
  /** Who may act for one. */
  agents: z.array(agent),
  enrolments: z.int(),
  questions: z.int(),
  inScheme: z.boolean(),
})
export type AboutMe = z.infer<typeof aboutMe>

/** Everything that is held about the caller, and who looked at it lately. */
export const about = operation({
  name: 'identity.about',
  function: 'api',
  by: known('own'),
  writes: false,
  actsFor: false,
  input: z.strictObject({}),
  output: z.object({ me: aboutMe, looks: z.array(look), next: cursor.optional() }),
  errors: [],
})

/** More of who looked. */
export const looks = operation({
  name: 'identity.looks',
  function: 'api',
  by: known('own'),
  writes: false,
  actsFor: false,
  input: z.strictObject({ cursor: cursor.optional() }),
  output: z.object({ looks: z.array(look), next: cursor.optional() }),
  errors: [],
})

/** Everything as one can take it along. A list is complete, or `complete` says that it is not. */
export const takeAlong = operation({
  name: 'identity.takeAlong',
  function: 'api',
  by: known('own'),
  writes: false,
  actsFor: false,
  limit: { calls: 10, minutes: 60 },
  input: z.strictObject({}),
  output: z.object({
    me: aboutMe,
    enrolments: z.array(
      z.object({ title: z.string(), startsAt: instant, place: z.string(), state: z.string() }),
    ),
    questions: z.array(
      z.object({
        askedAt: instant,
        text: z.string(),
        state: z.string(),
        entries: z.array(z.object({ at: instant, by: z.string(), text: z.string() })),
      }),
    ),
    dividends: z.array(
      z.object({ year: z.int(), kind: z.string(), amountFen: z.int(), dueOn: day, state: z.string() }),
    ),
    messages: z.array(z.object({ at: instant, title: z.string(), text: z.string() })),
    complete: z.boolean(),
  }),
  errors: [],
})

/**
 * Leaves: the account is unbound; phone, identity number, agreements, consent and permissions for messages are forgotten.
 * `personId` is the caller's own, so that nobody leaves in somebody else's name. Answers what stays, and why; a visitor
 * gets only the answer of having left, when it was lost on the way.
 */
export const withdraw = operation({
  name: 'identity.withdraw',
  function: 'api',
  by: everybody('own'),
  writes: true,
  actsFor: false,
  withoutConsent: true,
  input: z.strictObject({ personId: id }),
  output: z.object({ kept: z.array(z.object({ what: z.string(), years: z.int(), why: z.string() })) }),
  errors: [],
})
