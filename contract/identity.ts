import * as z from 'zod'
import { id, region } from './fields'
import { TEMPLATE_KINDS } from './notification'
import { EVERYBODY, operation, ROLES } from './operation'

export const roleGrant = z.object({
  role: z.enum(ROLES),
  /** A region code prefix, a co-op's or expert's id; absent for `admin`. */
  scope: z.string().optional(),
  /** How the scope is called on screen: 李家湾村, 云岭县… */
  scopeName: z.string(),
})

/** Who is calling, and what the client needs at hand before a tap. */
export const me = z.object({
  /** Absent for a visitor. */
  person: z.object({ id, name: z.string(), village: region.optional(), place: z.string() }).optional(),
  roles: z.array(roleGrant),
  /** Path prefix under which this account may upload; issued by the server, unguessable. */
  uploadPrefix: z.string(),
  /** Subscription template ids, at hand because WeChat asks only inside the tap itself. */
  templates: z.partialRecord(z.enum(TEMPLATE_KINDS), z.string()),
})
export type Me = z.infer<typeof me>

/** Who am I? A visitor gets an empty list of roles. */
export const identityMe = operation({
  name: 'identity.me',
  function: 'api',
  by: EVERYBODY,
  writes: false,
  actsFor: false,
  input: z.strictObject({}),
  output: me,
  errors: [],
})
