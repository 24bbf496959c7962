import { dayOf } from '../../../../contract/time'
import { collection, command, read, rows } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../../platform/paging'
import { Refused } from '../../../platform/refusal'
import type { TrainingClass } from '../documents'
import { mayPlan } from '../may-plan'
import type { Rating, RatingTotals } from './documents'
import { counted, sumOf } from './rules'

/** Three round trips: the class, then its totals and a page of sentences, latest first. Nobody's name is among them. */
export const ratings: Handler<'training.ratings'> = async ({ classId, cursor }, { account }) => {
  const training = await read<TrainingClass>('classes', classId)
  if (!training || !mayPlan(account, training)) throw new Refused('NOT_FOUND')
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const base = { classId, said: true }
  const where = after
    ? command.and([
        base,
        command.or([{ at: command.lt(after.value) }, { at: after.value, _id: command.lt(after.id) }]),
      ])
    : base
  const query = collection('ratings').where(where).orderBy('at', 'desc').orderBy('_id', 'desc')
  const [totals, found] = await Promise.all([
    read<RatingTotals>('ratingTotals', classId),
    rows<Rating>(query.limit(PAGE + 1)),
  ])
  const byStars = totals?.byStars ?? counted([], 0, undefined)
  const shown = page(found, PAGE, ({ at, _id }) => ({ value: at, id: _id }))
  return {
    title: training.title,
    ...sumOf(byStars),
    byStars,
    sentences: shown.rows.map(({ stars, words, at }) => ({ stars, words, on: dayOf(at) })),
    next: shown.next,
  }
}
