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

interface Look {
  reason?: string
  /** Ids of the people or households it showed, where that is more than what it is about. */
  shown?: readonly string[]
}

/** Under which ids an entry is found by whoever asks who looked at them. */
export const concernedBy = (about: Thing, shown: readonly string[] = []): string[] => [
  ...new Set([about.id, ...shown]),
]

/** Whom it was done for, where that is not the caller. */
export const forWhom = ({ account, subject }: Pick<Context, 'account' | 'subject'>) =>
  subject && subject.id !== account?.personId ? { id: subject.id, name: subject.name } : undefined

/**
 * Records a look at something that is not one's own. Writes need no such call: `once` records what it changed (see
 * request.ts). One round trip; it is awaited, since a look that nobody could record must not be answered.
 */
export async function recordLook(
  context: Context,
  about: Thing,
  { reason, shown }: Look = {},
): Promise<void> {
  const { _id, ...data } = entryOf(context, about, { reason, shown })
  await collection('audit').add({ data: JSON.parse(JSON.stringify({ _id, ...data })) })
}

/** The same within a transaction, for a look that changes something as well. One round trip. */
export const recordLookIn = (transaction: Transaction, context: Context, about: Thing, look: Look = {}) =>
  transaction.create<AuditDocument>('audit', entryOf(context, about, look))

const entryOf = (context: Context, about: Thing, { reason, shown }: Look): AuditDocument => ({
  _id: randomUUID(),
  at: context.now.toISOString(),
  operation: context.operation,
  who: doer(context),
  forWhom: forWhom(context),
  about,
  concerns: concernedBy(about, shown),
  places: placesOf(about.place ?? context.account?.village),
  reason,
  requestId: context.requestId,
})
