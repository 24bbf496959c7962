import type { Role } from '../../../contract/operation'

/** `accounts`, _id = openid: a WeChat account, who it is bound to, and what it may do. One read tells it all. */
export interface Account {
  _id: string
  personId: string
  name: string
  householdId?: string
  /** 12 digits; absent for people who live in no village of the programme. */
  village?: string
  villageName?: string
  /** "云岭县 · 青石乡 · 李家湾村", or an office. */
  place: string
  roles: { role: Role; scope?: string; scopeName: string }[]
}

/** `people`: everybody the registry knows, with or without WeChat. */
export interface Person {
  _id: string
  name: string
  birthYear: number
  householdId?: string
  village?: string
  villageName?: string
  place: string
  isHead: boolean
  /** Absent when they have no account. */
  openid?: string
}

/** `households`: head and place; what kind of household it is, is shown to nobody else. */
export interface Household {
  _id: string
  headId: string
  headName: string
  village: string
  villageName: string
  assisted: boolean
}

/** `regions`, _id = code. */
export interface Region {
  _id: string
  name: string
  level: 'county' | 'township' | 'village'
}
