import * as z from 'zod'
import { cursor, id, instant, text } from '../fields'
import { everybody, operation } from '../operation'
import { personName, phone, villageCode } from '../registry/fields'
import { guideline, reason } from './fields'
import { myOwnRequest } from './me'

export const BINDING_STATES = ['open', 'accepted', 'refused'] as const
const DECIDERS = { informant: 'scope', bureau: 'scope' } as const

/** Asks the informants of a village to bind the caller's account to whom they say they are. */
export const requestBinding = operation({
  name: 'identity.requestBinding',
  function: 'api',
  by: everybody('own'),
  writes: true,
  actsFor: false,
  withoutConsent: true,
  limit: { calls: 10, minutes: 60 },
  input: z.strictObject({
    village: villageCode,
    name: personName,
    /** Only so that the informant can call. */
    phone: phone.optional(),
    consent: guideline,
  }),
  output: z.object({ state: z.enum(BINDING_STATES) }),
  errors: ['ACCOUNT_BOUND', 'NO_SUCH_REGION', 'GUIDELINE_CHANGED', 'UNSAFE_TEXT'],
})

/**
 * The same with the last six places of the identity number, where the county has turned it on: where they match, the
 * informant is told who it seems to be. The answer never tells. Tries at one name in one village wait longer each time.
 */
export const matchBinding = operation({
  name: 'identity.matchBinding',
  function: 'api',
  by: everybody('own'),
  writes: true,
  actsFor: false,
  withoutConsent: true,
  limit: { calls: 10, minutes: 60 },
  input: z.strictObject({
    village: villageCode,
    name: personName,
    lastSix: z
      .string()
      .max(20)
      .overwrite((typed) => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase())
      .regex(/^\d{5}[\dX]$/, '请填身份证号的最后六位'),
    /** To these six places being compared; apart from the guideline. */
    agreed: z.literal(true, '请先点同意，再核对'),
    consent: guideline,
  }),
  output: z.object({ state: z.enum(BINDING_STATES) }),
  errors: ['ACCOUNT_BOUND', 'NO_SUCH_REGION', 'GUIDELINE_CHANGED', 'MATCH_OFF', 'UNSAFE_TEXT'],
})

/** What has become of one's own request, and by which ways the county lets one say who one is. */
export const myRequest = operation({
  name: 'identity.myRequest',
  function: 'api',
  by: everybody('own'),
  writes: false,
  actsFor: false,
  input: z.strictObject({}),
  output: z.object({
    request: myOwnRequest.optional(),
    /** Whether identity.matchBinding is turned on. */
    match: z.boolean(),
  }),
  errors: [],
})

export const bindingRequest = z.object({
  requestId: id,
  /** When it was asked: sent back with the decision, since the asker may ask anew meanwhile. */
  at: instant,
  state: z.enum(BINDING_STATES),
  name: z.string(),
  phone: z.string().optional(),
  villageName: z.string(),
  /** Whom name, village and number fit. */
  proposed: z.object({ personId: id, name: z.string(), place: z.string() }).optional(),
  decidedBy: z.string().optional(),
  reason: z.string().optional(),
})
export type BindingRequest = z.infer<typeof bindingRequest>

/** What people of one's villages, or region, ask; oldest first. */
export const bindingRequests = operation({
  name: 'identity.bindingRequests',
  function: 'api',
  by: DECIDERS,
  writes: false,
  actsFor: false,
  input: z.strictObject({ state: z.enum(BINDING_STATES).default('open'), cursor: cursor.optional() }),
  output: z.object({ requests: z.array(bindingRequest), next: cursor.optional() }),
  errors: [],
})

/** Binds the asker's account to a person of one's villages or region, or refuses with a reason the asker reads. */
export const decideBinding = operation({
  name: 'identity.decideBinding',
  function: 'api',
  by: DECIDERS,
  writes: true,
  actsFor: false,
  input: z
    .strictObject({
      requestId: id,
      at: instant,
      accept: z.boolean(),
      personId: id.optional(),
      reason: text(100).default(''),
    })
    .refine(({ accept, personId }) => !accept || personId !== undefined, {
      path: ['personId'],
      message: '请选一下这是村里的哪个人',
    })
    .refine(({ accept, reason }) => accept || reason !== '', {
      path: ['reason'],
      message: '请写一下为什么，申请的人看得到',
    }),
  output: z.object({ requestId: id, state: z.enum(BINDING_STATES) }),
  errors: ['STALE', 'REQUEST_DECIDED', 'PERSON_BOUND', 'ACCOUNT_BOUND', 'UNSAFE_TEXT'],
})

/**
 * Parts an account and a person: one's own, or (with a reason) somebody's of one's villages or region. A visitor gets no
 * further than the answer of having done so, when it was lost on the way.
 */
export const unbind = operation({
  name: 'identity.unbind',
  function: 'api',
  by: { ...everybody('own'), informant: 'scope', bureau: 'scope', admin: 'scope' },
  writes: true,
  actsFor: false,
  withoutConsent: true,
  input: z.strictObject({ personId: id, reason: reason.optional() }),
  output: z.object({ personId: id }),
  errors: ['NOT_BOUND', 'REASON_NEEDED'],
})

/**
 * Takes back the last binding of a person who got the wrong account, and the roles that came with it. What was done
 * meanwhile stays on record as done by that account.
 */
export const undoBinding = operation({
  name: 'identity.undoBinding',
  function: 'api',
  by: { informant: 'scope', bureau: 'scope', admin: 'scope' },
  writes: true,
  actsFor: false,
  input: z.strictObject({ personId: id, reason }),
  output: z.object({ personId: id }),
  errors: ['NOT_BOUND', 'OWN_ROLE'],
})

export const BINDING_EVENTS = ['bound', 'moved', 'unbound', 'undone', 'withdrawn'] as const

/** Which accounts somebody was bound to, when and by whom, newest first. */
export const bindingHistory = operation({
  name: 'identity.bindingHistory',
  function: 'api',
  by: { informant: 'scope', bureau: 'scope', admin: 'scope' },
  writes: false,
  actsFor: false,
  input: z.strictObject({ personId: id }),
  output: z.object({
    /** They have an account now, also where its beginning is not on record. */
    bound: z.boolean(),
    bindings: z.array(
      z.object({
        at: instant,
        event: z.enum(BINDING_EVENTS),
        how: z.enum(['invitation', 'request', 'deployment']).optional(),
        /** Tells accounts apart without naming them. */
        account: z.string(),
        by: z.string(),
        reason: z.string().optional(),
      }),
    ),
  }),
  errors: [],
})
