import * as z from 'zod'
import { cursor, id, region } from '../fields'
import { operation } from '../operation'
import { grant, reason } from './fields'
import { roleGrant } from './me'

const GRANTERS = { bureau: 'scope', admin: 'scope' } as const

/** Who holds a role, in one's region: those whose role has ended too, until somebody takes it away. */
export const roles = operation({
  name: 'identity.roles',
  function: 'api',
  by: GRANTERS,
  writes: false,
  actsFor: false,
  input: z.strictObject({
    role: grant.shape.role,
    /** Only roles over this region or parts of it. */
    region: region.optional(),
    cursor: cursor.optional(),
  }),
  output: z.object({
    holders: z.array(
      z.object({
        personId: id,
        name: z.string(),
        place: z.string(),
        hasWeChat: z.boolean(),
        grants: z.array(roleGrant.extend({ ended: z.boolean() })),
      }),
    ),
    next: cursor.optional(),
  }),
  errors: [],
})

const one = z
  .strictObject({ personId: id, ...grant.shape })
  .refine(({ role, over }) => (role === 'admin') === (over === undefined), {
    path: ['over'],
    message: '请选一下管哪里；管理员不用选',
  })

/**
 * Gives somebody a role: an administrator any, the bureau within its region those of informant, expert, co-op officer and
 * cadre; nobody themselves. In force at their next call.
 */
export const grantRole = operation({
  name: 'identity.grantRole',
  function: 'api',
  by: GRANTERS,
  writes: true,
  actsFor: false,
  input: one.refine(({ role, until }) => role !== 'admin' || until === undefined, {
    path: ['until'],
    message: '管理员没有期限，请去掉日期',
  }),
  output: z.object({ personId: id, roles: z.array(roleGrant) }),
  errors: ['OWN_ROLE', 'ROLE_HELD', 'WRONG_SCOPE', 'ENDS_IN_PAST'],
})

/** Takes a role away; at their next call it is gone. An administrator's is taken by another administrator only. */
export const revokeRole = operation({
  name: 'identity.revokeRole',
  function: 'api',
  by: GRANTERS,
  writes: true,
  actsFor: false,
  input: z
    .strictObject({ personId: id, role: grant.shape.role, over: grant.shape.over, reason })
    .refine(({ role, over }) => (role === 'admin') === (over === undefined), {
      path: ['over'],
      message: '请选一下管哪里；管理员不用选',
    }),
  output: z.object({ personId: id, roles: z.array(roleGrant) }),
  errors: ['OWN_ROLE', 'ROLE_NOT_HELD'],
})
