import type { Role } from './operation'

/** Roles as they are called on screen and in messages. */
export const ROLE_NAMES: Record<Role, string> = {
  villager: '村民',
  informant: '信息员',
  expert: '专家',
  cooperative: '合作社',
  bureau: '科技局',
  cadre: '驻村干部',
  admin: '管理员',
}
