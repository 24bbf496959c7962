import type { RoleGrant } from '../../../contract/identity'

/** What can no longer be chosen, though what it did stays: archived with a reason, or merged into another. */
export interface Archived {
  at: string
  reason: string
  mergedInto?: string
}

/** `people`: everybody the registry knows, with or without WeChat. Never deleted. */
export interface Person {
  _id: string
  name: string
  birthYear: number
  householdId?: string
  village?: string
  villageName?: string
  place: string
  isHead: boolean
  /** To the head of the household: 配偶, 儿子… */
  relation?: string
  /** Absent when they have no account. */
  openid?: string
  /** 11 digits. Shown whole only to those who must call. */
  phone?: string
  /** The identity number, sealed (platform/secrets.ts), and the name of the key it was sealed with. */
  identity?: { sealed: string; key: string }
  /** Keyed hashes for matching: of the number, and of village + name + last six. */
  identityHash?: string
  matchHash?: string
  /** What they may do beside living where they live, whether or not they have an account. */
  roles?: RoleGrant[]
  /** Ids of the people who may act for them, because they agreed. */
  agents?: string[]
  /** Words a search finds them by (registry/rules.ts), whole and in beginnings. */
  search: string[]
  archived?: Archived
  /** Goes up with each change: who changes what somebody else has changed since is told. */
  version?: number
}

/** `households`: head and place; what kind of household it is, is shown to nobody else. */
export interface Household {
  _id: string
  headId: string
  headName: string
  village: string
  villageName: string
  assisted: boolean
  /** Group or house number within the village. */
  address?: string
  /** The cadre who is responsible for an assisted household. */
  cadreId?: string
  search: string[]
  archived?: Archived
  version?: number
}

/** `regions`, _id = code. */
export interface Region {
  _id: string
  name: string
  level: 'county' | 'township' | 'village'
  archived?: Archived
}

/** `organisations`: co-ops and companies. Their officers are people with the role `cooperative` and its id as scope. */
export interface Organisation {
  _id: string
  name: string
  kind: 'cooperative' | 'company'
  /** The region it belongs to: who may change it is one prefix test. */
  region: string
  phone?: string
  archived?: Archived
}
