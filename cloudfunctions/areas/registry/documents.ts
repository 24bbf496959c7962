import type { RoleGrant } from '../../../contract/identity'

/** What can no longer be chosen, though what it did stays: archived with a reason, or merged into another. */
export interface Archived {
  at: string
  reason: string
  mergedInto?: string
}

/** What lists and searches go by; computed by put-person.ts and put-household.ts, never told. */
export interface Listed {
  /** Region code / id: the order of every list, and a prefix of it is a scope (listing.ts). */
  order: string
  /** Words a search finds it by (search.ts). */
  search: string[]
  /** Goes up with each change: who changes what somebody else has changed since is told. */
  version?: number
}

/** `people`: everybody the registry knows, with or without WeChat. Never deleted. */
export interface Person extends Listed {
  _id: string
  name: string
  birthYear: number
  householdId?: string
  /** 12 digits; absent for who lives in no village of the programme. */
  village?: string
  villageName?: string
  /** Where somebody of no village belongs: the code of a county or township. */
  home?: string
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
  /** The same people as they were told of: name and relation. */
  agreements?: { personId: string; name: string; relation: string }[]
  /** People who were found to be the same and merged into this one: what is theirs is this person's (platform/context.ts). */
  formerIds?: string[]
  archived?: Archived
  /** Archived lately: what they had signed up for and asked still has to be ended or handed on; jobs does it (leaving.ts). */
  leaving?: boolean
}

/** `households`: head and place; what kind of household it is, is shown to nobody else. */
export interface Household extends Listed {
  _id: string
  headId: string
  headName: string
  village: string
  villageName: string
  /** "云岭县 · 青石乡 · 李家湾村": what its people copy. */
  place: string
  assisted: boolean
  /** Group or house number within the village. */
  address?: string
  /** The cadre who is responsible for an assisted household. */
  cadreId?: string
  archived?: Archived
  /** Its people do not say yet what it says: the village, who is head, who belongs to it (follow.ts). */
  following?: boolean
  /** Who is to come over from another household. */
  joining?: { from: string; people: string[] }
  /** It got another head: how its people stand to the old one says nothing any more. */
  reheaded?: boolean
  /** A head who died, to be archived. */
  died?: string
}

/** `regions`, _id = code. */
export interface Region {
  _id: string
  name: string
  level: 'county' | 'township' | 'village'
  archived?: Archived
  /** What shows its name still has to be changed; jobs does it. */
  renamed?: boolean
}

/** `organisations`: co-ops and companies. Their officers are people with the role `cooperative` and its id as scope. */
export interface Organisation extends Listed {
  _id: string
  name: string
  kind: 'cooperative' | 'company'
  /** The region it belongs to: who may change it is one prefix test. */
  region: string
  phone?: string
  archived?: Archived
}
