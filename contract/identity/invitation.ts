import * as z from 'zod'
import { cursor, id, instant } from '../fields'
import { everybody, operation } from '../operation'
import { villageCode } from '../registry/fields'
import { code, grant, guideline, reason } from './fields'
import { me, roleGrant } from './me'

/** People a call invites: a printed sheet or two. */
export const MOST_INVITED = 60
/** Pictures a call draws: a page of the sheet, and within what an answer may weigh. */
export const MOST_PICTURES = 12

const INVITERS = { informant: 'scope', cooperative: 'scope', bureau: 'scope', admin: 'scope' } as const

/**
 * Makes codes by which people bind their WeChat accounts: for people by their ids, or for everybody of a village who has
 * no account. A bureau invites in its region, an informant in their villages, a co-op the people of its contracts. An
 * earlier code of the same person is revoked (of a village's people it is answered again). `grants` are roles that go
 * with the code, as far as the caller may give them; nobody invites somebody with roles they could not give. `replace`: the person has a new phone, and redeeming moves them there.
 */
export const invite = operation({
  name: 'identity.invite',
  function: 'api',
  by: INVITERS,
  writes: true,
  actsFor: false,
  input: z
    .strictObject({
      personIds: z.array(id).min(1).max(MOST_INVITED, `一次最多 ${MOST_INVITED} 个人`).optional(),
      village: villageCode.optional(),
      cursor: cursor.optional(),
      grants: z.array(grant).max(3).default([]),
      replace: z.boolean().default(false),
      /** Until it expires. */
      days: z.int().min(1).max(60).default(14),
    })
    .refine(({ personIds, village }) => (personIds === undefined) !== (village === undefined), {
      path: ['personIds'],
      message: '请选要邀请的人，或者选一个村',
    })
    .refine(({ village, grants, replace }) => village === undefined || (grants.length === 0 && !replace), {
      path: ['grants'],
      message: '给全村发码时不能带身份，也不能换手机，请一个一个选人',
    }),
  output: z.object({
    results: z.array(
      z.object({
        personId: id,
        name: z.string(),
        code: code.optional(),
        expiresAt: instant.optional(),
        error: z.object({ code: z.string(), message: z.string() }).optional(),
      }),
    ),
    /** More people of the village. */
    next: cursor.optional(),
  }),
  errors: ['PERSON_BOUND', 'ROLE_HELD', 'WRONG_SCOPE'],
})

export const INVITATION_STATES = ['open', 'used', 'expired', 'revoked'] as const

export const invitationLine = z.object({
  code,
  personId: id,
  name: z.string(),
  place: z.string(),
  roles: z.array(roleGrant),
  replace: z.boolean(),
  madeBy: z.string(),
  at: instant,
  expiresAt: instant,
  state: z.enum(INVITATION_STATES),
})
export type InvitationLine = z.infer<typeof invitationLine>

/** Codes of one's region (a co-op: those it made), by their end, latest first. */
export const invitations = operation({
  name: 'identity.invitations',
  function: 'api',
  by: INVITERS,
  writes: false,
  actsFor: false,
  input: z.strictObject({ state: z.enum(INVITATION_STATES).default('open'), cursor: cursor.optional() }),
  output: z.object({ invitations: z.array(invitationLine), next: cursor.optional() }),
  errors: [],
})

/** Takes a code back before somebody uses it. */
export const revokeInvitation = operation({
  name: 'identity.revokeInvitation',
  function: 'api',
  by: INVITERS,
  writes: true,
  actsFor: false,
  input: z.strictObject({ code, reason: reason.optional() }),
  output: z.object({ code }),
  errors: ['INVITATION_CLOSED'],
})

/** Open codes with the pictures a phone scans, to be printed. Codes that are not open, or not in scope, are left out. */
export const invitationCodes = operation({
  name: 'identity.invitationCodes',
  function: 'api',
  by: INVITERS,
  writes: false,
  actsFor: false,
  limit: { calls: 60, minutes: 10 },
  input: z.strictObject({ codes: z.array(code).min(1).max(MOST_PICTURES) }),
  output: z.object({
    codes: z.array(invitationLine.extend({ picture: z.string() })),
    /** What would have made the answer too big: ask again for these. */
    left: z.array(code),
  }),
  errors: [],
})

/**
 * Open codes as a PDF to print and cut apart, twelve on a page: its address, good for two hours, and its name. Codes that are
 * not open, or not in scope, are left out; where none is left, NOT_FOUND.
 */
export const invitationSheet = operation({
  name: 'identity.invitationSheet',
  function: 'documents',
  by: INVITERS,
  writes: true,
  actsFor: false,
  limit: { calls: 20, minutes: 60 },
  input: z.strictObject({ codes: z.array(code).min(1).max(MOST_INVITED) }),
  output: z.object({ url: z.string(), name: z.string(), codes: z.int() }),
  errors: [],
})

/** Binds the caller's account to the person a code is for, with the roles it carries; the guideline is agreed to in the same step. */
export const redeem = operation({
  name: 'identity.redeem',
  function: 'api',
  by: everybody('own'),
  writes: true,
  actsFor: false,
  withoutConsent: true,
  limit: { calls: 10, minutes: 60 },
  input: z.strictObject({ code, consent: guideline }),
  output: me,
  errors: ['CODE_WRONG', 'PERSON_BOUND', 'ACCOUNT_BOUND', 'GUIDELINE_CHANGED'],
})
