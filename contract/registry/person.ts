import * as z from 'zod'
import { id, instant, region, text } from '../fields'
import { roleGrant } from '../identity'
import { operation } from '../operation'
import { birthYear, personName, phone, relation } from './fields'
import { READERS } from './search'

export const archived = z.object({ at: instant, reason: z.string(), mergedInto: id.optional() })
/** Why something is put away or put together; read by whoever wonders later. */
export const reason = text(100, 2, '请写一下原因，至少两个字')
/** What the card showed when it was opened. */
export const version = z.int().min(0).max(1_000_000_000)

/** Somebody of a household, on its card and on those of the others. */
export const member = z.object({
  personId: id,
  name: z.string(),
  age: z.int(),
  isHead: z.boolean(),
  relation: z.string().optional(),
  hasWeChat: z.boolean(),
})
export type Member = z.infer<typeof member>

export const personCard = z.object({
  personId: id,
  version,
  name: z.string(),
  birthYear: z.int(),
  age: z.int(),
  /** "云岭县 · 青石乡 · 李家湾村", or an office. */
  place: z.string(),
  /** The village's code, or the region of who lives in none. */
  region: region.optional(),
  isHead: z.boolean(),
  relation: z.string().optional(),
  /** Whole for those who must call; masked for an administrator. */
  phone: z.string().optional(),
  /** 519921**********12 */
  identityNumber: z.string().optional(),
  hasWeChat: z.boolean(),
  roles: z.array(roleGrant),
  household: z
    .object({
      householdId: id,
      headName: z.string(),
      address: z.string().optional(),
      /** Absent for an informant. */
      assisted: z.boolean().optional(),
      members: z.array(member),
    })
    .optional(),
  archived: archived.optional(),
  /** Whether the caller may change it. */
  mayChange: z.boolean(),
})
export type PersonCard = z.infer<typeof personCard>

/** All the registry knows of somebody; that it was looked at is recorded. */
export const person = operation({
  name: 'registry.person',
  function: 'api',
  by: READERS,
  writes: false,
  actsFor: false,
  input: z.strictObject({ personId: id }),
  output: personCard,
  errors: [],
})

/**
 * Adds somebody, or changes them: what is left out is taken away, except where they live. Into a household, or a region
 * (a village, or the county and its townships for who lives in no village).
 */
export const savePerson = operation({
  name: 'registry.savePerson',
  function: 'api',
  by: { bureau: 'scope' },
  writes: true,
  actsFor: false,
  input: z
    .strictObject({
      personId: id.optional(),
      version: version.optional(),
      name: personName,
      birthYear,
      phone: phone.optional(),
      relation: relation.optional(),
      householdId: id.optional(),
      region: region.optional(),
      /** Said by the operator of a new person whose name somebody in the village has already. */
      another: z.boolean().default(false),
    })
    .refine((sent) => (sent.personId === undefined) === (sent.version === undefined), {
      path: ['version'],
      message: '请返回，重新打开这个人再改',
    })
    .refine((sent) => sent.personId !== undefined || sent.householdId || sent.region, {
      path: ['householdId'],
      message: '请选一下是哪一户，或者哪个村',
    }),
  output: z.object({ personId: id, version }),
  errors: ['STALE', 'ARCHIVED', 'SAME_NAME', 'HEAD_STAYS', 'NO_SUCH_REGION'],
})

/** Puts somebody away (gone, dead, entered by mistake): what they did stays, the classes they are signed up for are cancelled. */
export const archivePerson = operation({
  name: 'registry.archivePerson',
  function: 'api',
  by: { bureau: 'scope' },
  writes: true,
  actsFor: false,
  input: z.strictObject({ personId: id, version, reason }),
  output: z.object({ personId: id }),
  errors: ['STALE', 'ARCHIVED', 'HEAD_STAYS'],
})

/** Takes somebody back, and with them a household that nobody was left in. */
export const restorePerson = operation({
  name: 'registry.restorePerson',
  function: 'api',
  by: { bureau: 'scope' },
  writes: true,
  actsFor: false,
  input: z.strictObject({ personId: id }),
  output: z.object({ personId: id }),
  errors: ['NOT_ARCHIVED', 'MERGED'],
})

/**
 * Two entries that are one person: `drop` is archived and points to `keep`, who gets its account, roles, household and
 * what it had signed up for and asked. What is done stays under the old id and is found by it.
 */
export const mergePeople = operation({
  name: 'registry.mergePeople',
  function: 'api',
  by: { bureau: 'scope' },
  writes: true,
  actsFor: false,
  input: z.strictObject({ keep: id, drop: id, reason }).refine(({ keep, drop }) => keep !== drop, {
    path: ['drop'],
    message: '请选两个不同的人',
  }),
  output: z.object({ personId: id }),
  errors: [
    'ARCHIVED',
    'NOT_THE_SAME',
    'TWO_ACCOUNTS',
    'TWO_ENROLMENTS',
    'KEEP_THE_OTHER',
    'HEAD_STAYS',
    'HAS_CONTRACT',
  ],
})
