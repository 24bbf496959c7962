import type { Thing } from '../../contract/audit'
import type { Role } from '../../contract/operation'
import { isWithin } from '../../contract/regions'
import type { Account } from '../areas/identity/documents'
import type { Person } from '../areas/registry/documents'
import type { Configuration } from './configuration'
import type { Transaction } from './database'

/** The person an operation is about: the caller, or the one they act for. */
export interface Subject {
  id: string
  /** Of people who were merged into this one: what is under these ids is theirs as well. */
  formerIds?: string[]
  name: string
  village?: string
  villageName?: string
  householdId?: string
  openid?: string
  /** Ids of the people who may act for them, because they agreed. */
  agents?: string[]
}

/** What the audit log says of a write; without it, that the subject was concerned. About nothing: no entry. */
export interface Told {
  about?: Thing[]
  /** Ids of the people or households a file shows, beside what it is about. */
  shown?: string[]
  reason?: string
  /** Who a visitor turned out to be by it: the entry is among their own acts. */
  self?: { id: string; name: string }
}

/** What an operation gets beside its input. */
export interface Context {
  openid: string
  operation: string
  requestId: string
  /** Null for a visitor. Roles that have ended are not in it. */
  account: Account | null
  now: Date
  configuration: Configuration
  /**
   * A write, once for its requestId (see request.ts); `part` in bulk work. `told` is what the audit log says of it; a
   * function where only the answer tells whom it was about.
   */
  once<T>(
    work: (transaction: Transaction) => Promise<T>,
    part?: string,
    told?: Told | ((answer: T) => Told),
  ): Promise<T>
  /** What this request has been answered before, if anything; asked before refusing something outside `once`. */
  answered<T>(part?: string): Promise<{ answer: T } | undefined>
  /** Null for a visitor only. */
  subject: Subject | null
}

/** The context of an operation whose `by` has no visitor: the dispatcher has seen to it. */
export interface KnownContext extends Context {
  account: Account
  subject: Subject
}

export const subjectOfAccount = (account: Account): Subject => ({
  id: account.personId,
  formerIds: account.formerIds,
  name: account.name,
  village: account.village,
  villageName: account.villageName,
  householdId: account.householdId,
  openid: account._id,
})

export const subjectOfPerson = (person: Person): Subject => ({
  id: person._id,
  formerIds: person.formerIds,
  name: person.name,
  village: person.village,
  villageName: person.villageName,
  householdId: person.householdId,
  openid: person.openid,
  agents: person.agents,
})

/** Every id under which something of a person's may stand. */
export const idsOf = ({ id, formerIds = [] }: Pick<Subject, 'id' | 'formerIds'>): string[] => [
  id,
  ...formerIds,
]

/** Every id of the caller's own. */
export const ownIds = ({ personId, formerIds = [] }: Account): string[] => [personId, ...formerIds]

/** The scopes in which somebody holds a role. */
export const scopesOf = (account: Account | null, role: Role): string[] =>
  (account?.roles ?? []).flatMap((grant) => (grant.role === role && grant.scope ? [grant.scope] : []))

/** Whether somebody holds a role over a place. */
export const holdsOver = (account: Account | null, role: Role, place: string | undefined): boolean =>
  place !== undefined && scopesOf(account, role).some((scope) => isWithin(scope, place))

/** Whether an account may act for a person: themselves, who agreed to it, or an informant for their villages. */
export const mayActFor = (account: Account, person: Pick<Subject, 'id' | 'village' | 'agents'>): boolean =>
  ownIds(account).includes(person.id) ||
  (person.agents?.some((agent) => ownIds(account).includes(agent)) ?? false) ||
  holdsOver(account, 'informant', person.village)

/** Who acted, where it was not the person themselves. */
export const actedBy = (context: KnownContext, person: { id: string }) =>
  person.id === context.account.personId
    ? undefined
    : { personId: context.account.personId, name: context.account.name }
