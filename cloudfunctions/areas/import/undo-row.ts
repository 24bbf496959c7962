import { recordLookIn } from '../../platform/audit'
import type { KnownContext } from '../../platform/context'
import { inTransaction, type Transaction } from '../../platform/database'
import { willPass } from '../../platform/passing'
import { Refused } from '../../platform/refusal'
import { retry } from '../../platform/retry'
import type { Expert } from '../expert/documents'
import { derivedExpert } from '../expert/rules'
import type { Household, Person } from '../registry/documents'
import { derivedHousehold } from '../registry/put-household'
import { putPerson } from '../registry/put-person'
import { printOf, storable, type Written, type WrittenRow } from './documents'
import { UNDONE } from './kinds/archived'

type Stored = { _id: string; version?: number; name?: unknown }

/** What was appended with a contract goes with it: nothing has happened to it yet, its print says so. */
const REMOVED = ['rearingContracts', 'dividendItems']

/** How a document was before the import; what was not there is archived, because somebody may have seen it. */
async function back(
  transaction: Transaction,
  { collection, id, before }: Written,
  now: Stored,
  { configuration, now: at }: KnownContext,
): Promise<void> {
  if (before === null && REMOVED.includes(collection)) return transaction.remove(collection, id)
  const archived = { at: at.toISOString(), reason: UNDONE }
  const after = (before ?? { ...now, archived }) as Stored
  if (collection === 'people') {
    // Somebody who is not there has no role; what they have begun meanwhile is ended by jobs.
    const gone = before === null ? { roles: [], leaving: true } : {}
    await putPerson(transaction, now as Person, storable({ ...after, ...gone }) as Person, configuration)
  } else if (collection === 'households')
    await transaction.set(collection, {
      ...derivedHousehold(now as Household, after as Household),
      ...(before ? { search: (before as unknown as Household).search } : {}),
    })
  else if (collection === 'experts')
    await transaction.set(collection, derivedExpert(now, after as unknown as Expert))
  else await transaction.set(collection, { ...after, ...renamedBack(now, after) })
}

/** A region whose name is changed back is shown by others under the new one. */
const renamedBack = (now: { name?: unknown }, after: { name?: unknown }): object =>
  now.name === after.name ? {} : { renamed: true }

/** Takes one row back in a transaction, or keeps it whole where anything of it was touched. Again it does nothing. */
export async function undoRow(
  { _id, written }: WrittenRow,
  isReferred: boolean,
  context: KnownContext,
  until: number,
): Promise<void> {
  const attempt = () =>
    inTransaction(async (transaction) => {
      const row = await transaction.get<WrittenRow>('importRows', _id)
      if (row?.state !== 'written') return
      const now: (Stored | null)[] = []
      for (const { collection, id } of written) now.push(await transaction.get<Stored>(collection, id))
      const touched =
        isReferred || now.some((document, index) => !document || printOf(document) !== written[index]?.print)
      if (!touched)
        for (const [index, each] of written.entries()) await back(transaction, each, now[index]!, context)
      await transaction.update('importRows', _id, { state: touched ? 'kept' : 'undone' })
      if (!touched)
        await recordLookIn(transaction, context, row.about, { reason: `${UNDONE} ${row.importId}` })
    })
  await retry(attempt, willPass, { until: until + 4_000 }).catch((error) => {
    throw willPass(error) ? new Refused('BUSY') : error
  })
}
