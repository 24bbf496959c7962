import type { Me } from '../../contract/identity'
import type { Role } from '../../contract/operation'
import { call } from './call'

let cached: Me | undefined

/** Keeps who is calling: what a tap needs (template ids, the upload path) must be at hand without a call. */
export function rememberMe(me: Me): void {
  cached = me
}

export const cachedMe = (): Me | undefined => cached

/** Who is calling; one call in the life of the app, unless home has told already. @throws Refused */
export async function loadMe(): Promise<Me> {
  if (!cached) rememberMe(await call('identity.me', {}))
  return cached as Me
}

export const has = (me: Me | undefined, role: Role): boolean =>
  me?.roles.some((grant) => grant.role === role) ?? false
