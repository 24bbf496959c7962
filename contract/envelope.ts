import * as z from 'zod'
import type { ErrorCode } from './errors'

/** A requestId is made by the client once per intent and kept through retries. */
export const requestId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

/**
 * What a cloud function takes. `input` is parsed by the operation's own schema afterwards: absent it is `{}`, which is enough
 * where nothing is required; null is no input and refused.
 */
export const envelope = z.strictObject({
  operation: z.string().max(64),
  input: z.unknown().optional(),
  requestId,
  actFor: z.string().min(1).max(64).optional(),
})
export type Envelope = z.infer<typeof envelope>

export interface Refusal {
  code: ErrorCode
  /** Chinese; says what to do next. */
  message: string
  /**
   * Field path → Chinese sentence, for INVALID_INPUT. A key nobody knows has its own path; `input` is the input as a whole.
   */
  fields?: Record<string, string>
}
export type Answer<T = unknown> = { ok: true; data: T } | { ok: false; error: Refusal }
