import { BIND_PAGE } from '../contract/pages'
import type { RefusalCode } from './cloud/call'
import { forgetMe } from './cloud/me'
import { go } from './go'

/** What must be done first: on a page of its own, after which one is back where one was and presses again. */
const FIRST: Partial<Record<RefusalCode, string>> = {
  NOT_REGISTERED: `/${BIND_PAGE}`,
  CONSENT_NEEDED: '/identity/consent/index',
}

export const leads = (code: RefusalCode | undefined): boolean => code !== undefined && code in FIRST

/** Goes where a refusal leads. The page that was refused stays open underneath, with everything that was typed. */
export async function lead(code: RefusalCode): Promise<void> {
  // What this phone knew of its owner is no longer so, or never was.
  if (code === 'NOT_REGISTERED') forgetMe()
  await go(FIRST[code] ?? '/home/index')
}

/** To say who one is, and from there on to a page that asks for it. */
export const register = (then?: string): Promise<unknown> =>
  go(`/${BIND_PAGE}${then ? `?next=${encodeURIComponent(then)}` : ''}`)
