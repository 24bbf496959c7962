import type { Context } from '../../../platform/context'
import { collection, command, inTransaction, rows, type Transaction } from '../../../platform/database'
import { willPass } from '../../../platform/passing'
import { retry } from '../../../platform/retry'
import type { Notice } from '../../notification/notify'
import type { Person } from '../../registry/documents'

/** What a job needs of a call's context. */
export type JobContext = Pick<Context, 'now' | 'configuration'>

/** Classes and rows a run takes on: what is left is the next run's, a minute later. */
export const CLASSES = 50
export const ROWS = 100

/** One step of a job: all of it or nothing, and again while rivals are quicker. */
export const step = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> =>
  retry(() => inTransaction(work), willPass)

/** Whom a notice about somebody goes to, with their openid where WeChat reaches them. One round trip; none for none. */
export async function recipientsOf(ids: readonly string[]): Promise<(personId: string) => Notice['to']> {
  if (ids.length === 0) return (id) => ({ id })
  const people = await rows<Person>(
    collection('people')
      .where({ _id: command.in([...ids]) })
      .limit(ids.length),
  )
  const known = new Map(people.map(({ _id, openid, village }) => [_id, { id: _id, openid, village }]))
  return (id) => known.get(id) ?? { id }
}
