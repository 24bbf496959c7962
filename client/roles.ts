import type { Me } from '../contract/identity'
import type { Audience } from '../contract/operation'

/** Whether somebody has any of these roles; who is not known yet has none. */
export const has = (me: Pick<Me, 'roles'> | undefined, ...roles: readonly Audience[]): boolean =>
  me?.roles.some(({ role }) => roles.includes(role)) ?? false
