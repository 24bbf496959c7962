import type { Thing } from '../../../contract/audit'

/** Who did it: a person by name, or an account that nobody is bound to. */
export interface Doer {
  openid: string
  personId?: string
  name: string
}

/** `audit`: a line for each thing that was changed or looked at. Only ever created; nothing in the product changes one. */
export interface AuditDocument {
  _id: string
  /** ISO, UTC. */
  at: string
  operation: string
  who: Doer
  /** The person it was done for, where somebody else acted. */
  forWhom?: { id: string; name: string }
  about: Thing
  /** Ids of whoever may ask who looked: what it is about, and whom a list or a file showed. */
  concerns: string[]
  /** County, township and village of what it is about, so that an index serves any scope. */
  places: string[]
  reason?: string
  requestId: string
}
