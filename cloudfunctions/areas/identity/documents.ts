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

/** Who did something, as it is shown. */
export interface By {
  personId: string
  name: string
}

/** `invitations`, _id = the code: for one person, once. Revoked and used ones stay. */
export interface Invitation {
  _id: string
  personId: string
  name: string
  place: string
  /** Roles that go with it, as the maker might give them then. */
  grants: RoleGrant[]
  /** All roles the person has with it. One they got since, from somebody else, makes the code void (redeem.ts). */
  covers: Pick<RoleGrant, 'role' | 'scope'>[]
  /** The person's present account is left when it is redeemed. */
  replace: boolean
  madeBy: By
  at: string
  expiresAt: string
  /** Open ones that are past `expiresAt` are shown as expired. */
  state: 'open' | 'used' | 'revoked'
  usedBy?: { openid: string; at: string }
  revokedBy?: By & { at: string; reason?: string }
  /** County, township and village of the person: an index serves any scope. */
  places: string[]
}

/** `bindingRequests`, _id made of the openid: an account asks for one person at a time, and may ask anew. */
export interface BindingRequest {
  _id: string
  openid: string
  village: string
  villageName: string
  name: string
  phone?: string
  /** Whom name, village and the last six of a number fit; never told to the asker. */
  proposed?: { personId: string; name: string; place: string }
  consent: { version: string; at: string }
  at: string
  state: 'open' | 'accepted' | 'refused'
  decided?: By & { at: string; reason?: string; boundTo?: string }
  places: string[]
  /** The informants of the village have not been told yet; jobs does it. */
  toTell: boolean
}

/** `bindings`: which accounts a person was bound to. Only ever created. */
export interface Binding {
  _id: string
  personId: string
  personName: string
  openid: string
  at: string
  event: 'bound' | 'moved' | 'unbound' | 'undone' | 'withdrawn'
  how?: 'invitation' | 'request' | 'deployment'
  /** Who did it; absent where the account did it itself. */
  by?: By
  reason?: string
  /** The account that was left for this one. */
  from?: string
  /** Roles that came with it. */
  granted?: RoleGrant[]
}

/** `bindingTries`, _id = keyed hash of village and name: how often somebody tried to be them with a number. */
export interface BindingTries {
  _id: string
  village: string
  tries: number
  /** Not before this. */
  nextAt: string
  /** Informants are to be told, once; jobs does it. */
  toTell: boolean
  /** After so long without a try it is forgotten. */
  endsAt: string
}

/** `agentCodes`, _id = the code: shown by who wants to act for somebody. */
export interface AgentCode {
  _id: string
  personId: string
  name: string
  expiresAt: string
}
