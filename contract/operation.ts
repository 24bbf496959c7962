import type { z } from 'zod'
import type { ErrorCode } from './errors'

/** Who a person can be in this product; the codes of the domain document. */
export const ROLES = ['villager', 'informant', 'expert', 'cooperative', 'bureau', 'cadre', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** `visitor` is anybody whose WeChat account is bound to nobody yet. */
export type Audience = Role | 'visitor'
export const EVERYBODY = ['visitor', ...ROLES] as const satisfies readonly Audience[]

/**
 * How far somebody's right reaches. `all`: what concerns nobody in particular. `own`: oneself, one's household, what one was
 * given to do, and those who agreed to be acted for. `scope`: what lies in the region or organisation of the role.
 */
export const REACHES = ['all', 'own', 'scope'] as const
export type Reach = (typeof REACHES)[number]
/** Who may do something, and how far: one row of the permission matrix (docs/permissions.md). */
export type Permissions = Partial<Record<Audience, Reach>>

/** The same reach for everybody; `known` are those whose account is bound to a person. */
export const known = <R extends Reach>(reach: R) =>
  Object.fromEntries(ROLES.map((role) => [role, reach])) as Record<Role, R>
export const everybody = <R extends Reach>(reach: R) => ({ visitor: reach, ...known(reach) })

/** The cloud functions that serve operations; `documents` has the memory and the time that files need. */
export type FunctionName = 'api' | 'documents'

/** One thing the product can do: the single place where its name, audience, shapes and errors are agreed. */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** `area.verb`, as in the file `areas/<area>/<verb>.ts`. */
  name: string
  /** The cloud function that serves it. */
  function: FunctionName
  by: Permissions
  /** A write carries a requestId, and the same requestId gets the first answer again. */
  writes: boolean
  /** Whether `actFor` may name somebody else: of an informant's villages, or who agreed to it. */
  actsFor: boolean
  /** At most so many calls of one account; for what can be guessed at, or costs much. See platform/limits.ts. */
  limit?: { calls: number; minutes: number }
  /** A write that is possible without having agreed to the privacy guideline: agreeing, and leaving. */
  withoutConsent?: true
  /** Strict: an unknown key is refused. */
  input: I
  output: O
  /** What it can refuse with, beside COMMON_ERRORS. */
  errors: readonly ErrorCode[]
}

/** Everybody an entry admits, however far. */
export const audienceOf = ({ by }: Pick<Operation, 'by'>): Audience[] => Object.keys(by) as Audience[]

/** Keeps the literal types of an entry, so that client and server derive theirs from it. */
export function operation<
  const N extends string,
  const B extends Permissions,
  const F extends FunctionName,
  I extends z.ZodType,
  O extends z.ZodType,
>(
  entry: Operation<I, O> & { name: N; by: B; function: F },
): Omit<Operation<I, O>, 'name' | 'by' | 'function'> & { name: N; by: B; function: F } {
  return entry
}
