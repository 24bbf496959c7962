import type { RoleGrant } from '../../../contract/identity'

/** `accounts`, _id = openid: a WeChat account, who it is bound to, and what it may do. One read tells it all. */
export interface Account {
  _id: string
  personId: string
  /** The person's: of people who were merged into them. */
  formerIds?: string[]
  name: string
  householdId?: string
  /** 12 digits; absent for people who live in no village of the programme. */
  village?: string
  villageName?: string
  /** "云岭县 · 青石乡 · 李家湾村", or an office. */
  place: string
  /** A copy of the person's `roles`, and `villager` for who lives in a village; changed with it in one transaction. */
  roles: RoleGrant[]
  /** The privacy guideline they agreed to, and when. */
  consent?: { version: string; at: string }
}
