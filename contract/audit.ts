import * as z from 'zod'
import { id, instant } from './fields'

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
  id,
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
