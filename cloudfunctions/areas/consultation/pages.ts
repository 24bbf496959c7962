import { collection, command, rows } from '../../platform/database'
import { fromCursor, PAGE, page } from '../../platform/paging'
import type { Question } from './documents'
import { presentQuestion } from './present'

/** One page of questions, ordered by `by` and `_id`. One round trip. */
export async function questionPage(
  base: object,
  by: 'updatedAt' | 'urgency',
  order: 'asc' | 'desc',
  cursor: string | undefined,
) {
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const beyond = order === 'asc' ? command.gt : command.lt
  const where = after
    ? command.and([
        base,
        command.or([{ [by]: beyond(after.value) }, { [by]: after.value, _id: beyond(after.id) }]),
      ])
    : base
  const query = collection('questions').where(where).orderBy(by, order).orderBy('_id', order)
  const found = page(await rows<Question>(query.limit(PAGE + 1)), PAGE, (row) => ({
    value: row[by],
    id: row._id,
  }))
  return { questions: found.rows.map(presentQuestion), next: found.next }
}
