import type { z } from 'zod'
import type { ErrorCode } from './errors'

/** Who a person can be in this product; the codes of the domain document. */
export const ROLES = ['villager', 'informant', 'expert', 'cooperative', 'bureau', 'cadre', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** `visitor` is anybody whose WeChat account is bound to nobody yet. */
export type Audience = Role | 'visitor'
export const EVERYBODY = ['visitor', ...ROLES] as const satisfies readonly Audience[]

/** One thing the product can do: the single place where its name, audience, shapes and errors are agreed. */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** `area.verb`, as in the file `areas/<area>/<verb>.ts`. */
  name: string
  /** The cloud function that serves it. */
  function: 'api' | 'documents'
  by: readonly Audience[]
  /** A write carries a requestId, and the same requestId gets the first answer again. */
  writes: boolean
  /** Whether `actFor` may name somebody else (an informant acting for a villager of their village). */
  actsFor: boolean
  /** Strict: an unknown key is refused. */
  input: I
  output: O
  /** What it can refuse with, beside COMMON_ERRORS. */
  errors: readonly ErrorCode[]
}

/** Keeps the literal types of an entry, so that client and server derive theirs from it. */
export function operation<
  const N extends string,
  const B extends readonly Audience[],
  I extends z.ZodType,
  O extends z.ZodType,
>(entry: Operation<I, O> & { name: N; by: B }): Operation<I, O> & { name: N; by: B } {
  return entry
}
