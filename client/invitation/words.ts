import type { InvitationLine } from '../../contract/identity'
import { dayOf, sayDay } from '../../contract/time'
import type { StatusKind } from '../components'
import { ROLE_NAMES } from '../words'

type State = InvitationLine['state']

export const STATES: Record<State, { kind: StatusKind; name: string }> = {
  open: { kind: 'waiting', name: '等他用' },
  used: { kind: 'done', name: '用了' },
  expired: { kind: 'plain', name: '过期了' },
  revoked: { kind: 'plain', name: '收回了' },
}

/** What comes with a code besides the registration; nothing for most. */
export function carries({ roles, replace }: Pick<InvitationLine, 'roles' | 'replace'>): string | undefined {
  const given = roles.map(({ role, scopeName }) => `${ROLE_NAMES[role]}（${scopeName}）`)
  return [...(replace ? ['换到新微信'] : []), ...given].join('、') || undefined
}

export const untilWords = ({ expiresAt }: Pick<InvitationLine, 'expiresAt'>, now: number): string =>
  `${sayDay(dayOf(expiresAt), now)}前用`

/** A code as one reads it aloud: ABC 234. */
export const spaced = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

/** The page with the pictures of these codes, to be printed, photographed or passed on. */
export const codesPage = (codes: readonly string[]): string =>
  `/identity/codes/index?codes=${codes.join(',')}`
