import type { Output } from '../../../../contract'
import type { Me } from '../../../../contract/identity'
import type { Role } from '../../../../contract/operation'
import { sayDay } from '../../../../contract/time'
import { has } from '../../../roles'

export type Holder = Output<'identity.roles'>['holders'][number]
export type Grant = Holder['grants'][number]
export type Given = Exclude<Role, 'villager'>

/** In the order of how often they are given. */
export const GIVEN: readonly Given[] = ['informant', 'cadre', 'cooperative', 'expert', 'bureau', 'admin']

/** What one may give: the bureau not its own role nor an administrator's; experts are added in their directory. */
export const mayGive = (me: Me | undefined): Given[] =>
  GIVEN.filter((role) => role !== 'expert' && (has(me, 'admin') || !['bureau', 'admin'].includes(role)))

/** "李家湾村，到 2027 年 6 月 30 日". */
export function grantWords({ scopeName, until, ended }: Grant, now: number): string {
  if (!until) return scopeName
  return `${scopeName}，${ended ? `${sayDay(until, now)}已经到期` : `到 ${sayDay(until, now)}`}`
}

/** What a role reaches, as it is chosen: a village, a region, a co-op, nothing. */
export const SCOPE_OF: Record<Given, 'village' | 'any' | 'organisation' | 'none'> = {
  informant: 'village',
  cadre: 'any',
  bureau: 'any',
  cooperative: 'organisation',
  expert: 'none',
  admin: 'none',
}
