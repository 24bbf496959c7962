import { collection, command } from '../../platform/database'
import type { TrainingClass } from './documents'

/**
 * How many enrolments wait for a decision, by class; where nothing is approved, none can. One round trip for all of
 * them, none for none.
 */
export async function toDecideIn(
  classes: readonly Pick<TrainingClass, '_id' | 'approval' | 'taken'>[],
): Promise<Map<string, number>> {
  const ids = classes.flatMap(({ _id, approval, taken }) => (approval && taken > 0 ? [_id] : []))
  if (ids.length === 0) return new Map()
  const { list } = (await collection('enrolments')
    .aggregate()
    .match({ classId: command.in(ids), state: 'pending' })
    .group({ _id: '$classId', count: command.aggregate.sum(1) })
    .limit(ids.length)
    .end()) as unknown as { list: { _id: string; count: number }[] }
  return new Map(list.map(({ _id, count }) => [_id, count]))
}
