import * as z from 'zod'
import { cursor, day, daysInOrder, id, instant } from './fields'
import { known, operation } from './operation'

/** What a record of the audit log can be about. */
export const THING_KINDS = [
  'person',
  'household',
  'region',
  'organisation',
  'expert',
  'role',
  'invitation',
  'binding',
  'class',
  'question',
  'item',
  'import',
  'export',
  'audit',
] as const

/** Something that was changed or looked at, as it was called then. */
export const thing = z.object({
  kind: z.enum(THING_KINDS),
  // As it was written: an entry that cannot be read would hide all that stand on its page.
  id: z.string(),
  name: z.string(),
  /** The region code it belongs to: who may read of it is one prefix test. */
  place: z.string().optional(),
})
export type Thing = z.infer<typeof thing>

/** One line of the log: who did what, about whom or what, for whom, when. */
export const auditEntry = z.object({
  id,
  at: instant,
  operation: z.string(),
  who: z.string(),
  /** The person it was done for, where somebody else acted. */
  forWhom: z.string().optional(),
  about: thing,
  reason: z.string().optional(),
  requestId: z.string(),
})
export type AuditEntry = z.infer<typeof auditEntry>

/** An entry as it is read: with the operation in Chinese (contract/act-names.ts). */
export const auditLine = auditEntry.extend({ what: z.string() })
export type AuditLine = z.infer<typeof auditLine>
const lines = z.object({ entries: z.array(auditLine), next: cursor.optional() })

export const askedOfLog = {
  /** Of this person. */
  who: id.optional(),
  /** About this person, household or thing. */
  about: id.optional(),
  operation: z
    .string()
    .regex(/^[a-z]+\.[A-Za-z]+$/)
    .max(64)
    .optional(),
  /** Beijing days, both included. */
  from: day.optional(),
  to: day.optional(),
}

/** Who did or looked at what in one's region, newest first. That one looked is an entry as well. */
export const auditSearch = operation({
  name: 'audit.search',
  function: 'api',
  by: { bureau: 'scope', admin: 'scope' },
  writes: false,
  actsFor: false,
  limit: { calls: 120, minutes: 10 },
  input: z.strictObject({ ...askedOfLog, cursor: cursor.optional() }).superRefine(daysInOrder('to')),
  output: lines,
  errors: [],
})

/** What the caller did and looked at themselves, newest first. */
export const auditMine = operation({
  name: 'audit.mine',
  function: 'api',
  by: known('own'),
  writes: false,
  actsFor: false,
  input: z.strictObject({ cursor: cursor.optional() }),
  output: lines,
  errors: [],
})
