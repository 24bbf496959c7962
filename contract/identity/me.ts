import * as z from 'zod'
import { day, id, instant, region } from '../fields'
import { TEMPLATE_KINDS } from '../notification'
import { everybody, operation, ROLES } from '../operation'

export const roleGrant = z.object({
  role: z.enum(ROLES),
  /** A region code prefix, a co-op's or expert's id; absent for `admin`. */
  scope: z.string().optional(),
  /** How the scope is called on screen: 李家湾村, 云岭县… */
  scopeName: z.string(),
  /** Its last day; absent while nobody has set an end. */
  until: day.optional(),
})
export type RoleGrant = z.infer<typeof roleGrant>

/** Somebody's own request to be bound to a person, until it was accepted. */
export const myOwnRequest = z.object({
  state: z.enum(['open', 'accepted', 'refused']),
  name: z.string(),
  villageName: z.string(),
  at: instant,
  /** Why it was refused. */
  reason: z.string().optional(),
})

/** Who is calling, and what the client needs at hand before a tap. */
export const me = z.object({
  /** Absent for a visitor. */
  person: z.object({ id, name: z.string(), village: region.optional(), place: z.string() }).optional(),
  roles: z.array(roleGrant),
  /** What a visitor asked of the informants, and what became of it. */
  request: myOwnRequest.optional(),
  /** Whether the newest privacy guideline has been agreed to; a visitor has not been asked yet. */
  agreed: z.boolean(),
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
  by: everybody('own'),
  writes: false,
  actsFor: false,
  input: z.strictObject({}),
  output: me,
  errors: [],
})
