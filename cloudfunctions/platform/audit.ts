import { randomUUID } from 'node:crypto'
import type { Thing } from '../../contract/audit'
import { countyOf, townshipOf } from '../../contract/regions'
import type { AuditDocument, Doer } from '../areas/audit/documents'
import type { Context, Subject } from './context'
import { collection, type Transaction } from './database'

/** Who is calling, as the log names them. */
export const doer = ({ openid, account }: Pick<Context, 'openid' | 'account'>): Doer => ({
  openid,
  personId: account?.personId,
  name: account?.name ?? '',
})

/** A person as what an entry is about. */
export const aboutPerson = ({ id, name, village }: Pick<Subject, 'id' | 'name' | 'village'>): Thing => ({
  kind: 'person',
  id,
  name,
  place: village,
})

/** The scopes a place lies in, widest first; none for something that lies nowhere. */
export const placesOf = (code: string | undefined): string[] =>
  code === undefined || code.length < 6 ? [] : [...new Set([countyOf(code), townshipOf(code), code])]

/** Whom it was done for, where that is not the caller. */
export const forWhom = ({ account, subject }: Pick<Context, 'account' | 'subject'>) =>
  subject && subject.id !== account?.personId ? { id: subject.id, name: subject.name } : undefined

/**
 * Records a look at something that is not one's own. Writes need no such call: `once` records what it changed (see
 * request.ts). One round trip; it is awaited, since a look that nobody could record must not be answered.
 */
export async function recordLook(context: Context, about: Thing, reason?: string): Promise<void> {
  const { _id, ...data } = entryOf(context, about, reason)
  await collection('audit').add({ data: JSON.parse(JSON.stringify({ _id, ...data })) })
}

/** The same within a transaction, for a look that changes something as well. One round trip. */
export const recordLookIn = (transaction: Transaction, context: Context, about: Thing, reason?: string) =>
  transaction.create<AuditDocument>('audit', entryOf(context, about, reason))

const entryOf = (context: Context, about: Thing, reason: string | undefined): AuditDocument => ({
  _id: randomUUID(),
  at: context.now.toISOString(),
  operation: context.operation,
  who: doer(context),
  forWhom: forWhom(context),
  about,
  places: placesOf(about.place ?? context.account?.village),
  reason,
  requestId: context.requestId,
})
