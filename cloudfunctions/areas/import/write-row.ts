import { recordLookIn } from '../../platform/audit'
import type { KnownContext } from '../../platform/context'
import { inTransaction, type Transaction } from '../../platform/database'
import { willPass } from '../../platform/passing'
import { Refused } from '../../platform/refusal'
import { retry } from '../../platform/retry'
import type { Person } from '../registry/documents'
import { putPerson, type Told } from '../registry/put-person'
import {
  type ImportDocument,
  type ImportRow,
  printOf,
  rowId,
  storable,
  type Written,
  type WrittenRow,
} from './documents'
import { KINDS } from './kinds'
import type { Change, Surroundings } from './kinds/kind'

/** Writes one document and says how it was before. */
async function write(
  transaction: Transaction,
  { collection, before, after }: Change,
  { configuration }: Surroundings,
): Promise<Written> {
  let stored: { _id: string } & object = storable(after)
  if (collection === 'people')
    stored = await putPerson(transaction, before as Person | null, stored as Told, configuration)
  else await transaction.set(collection, stored)
  return { collection, id: after._id, before: before && { ...before }, print: printOf(stored) }
}

/**
 * Writes one row in a transaction of its own, from the documents as they are now, with a line in the audit log. What it was
 * about and how that was before is kept with it, so that a second call does nothing and an undo knows what to do.
 */
export async function writeRow(
  row: ImportRow & { ids: Record<string, string> },
  { _id: importId, kind, next, forgetAt }: ImportDocument,
  surroundings: Surroundings,
  context: KnownContext,
  until: number,
): Promise<{ written: true } | { wrong: string; key?: string }> {
  const _id = rowId(importId, row.row)
  const attempt = () =>
    inTransaction(async (transaction) => {
      if (await transaction.get('importRows', _id)) return { written: true as const }
      const plan = await KINDS[kind].plan(row, (name, id) => transaction.get(name, id), surroundings)
      if ('wrong' in plan) return plan
      // Somebody has written the same since.
      if (plan.changes.length === 0) return { written: true as const }
      const written: Written[] = []
      for (const change of plan.changes) written.push(await write(transaction, change, surroundings))
      const left: WrittenRow = {
        ...{ _id, importId, chunk: next, row: row.row, about: plan.about, written },
        ...{ state: 'written', forgetAt },
      }
      await transaction.create('importRows', storable(left))
      await recordLookIn(transaction, context, plan.about, {
        reason: `Excel 导入 ${importId}，第 ${row.row} 行`,
      })
      return { written: true as const }
    })
  return retry(attempt, willPass, { until: until + 4_000 }).catch((error) => {
    throw willPass(error) ? new Refused('BUSY') : error
  })
}
