import { recordLook } from '../../platform/audit'
import { collection, command, read, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import { Refused } from '../../platform/refusal'
import { aboutClass } from './change-class'
import type { OfferDocument, TrainingClass } from './documents'
import { mayPlan } from './may-plan'

/** Three round trips: the class, a page of its offers, and the record that somebody looked. */
export const offers: Handler<'training.offers'> = async ({ classId, cursor }, context) => {
  const training = await read<TrainingClass>('classes', classId)
  if (!training || !mayPlan(context.account, training)) throw new Refused('NOT_FOUND')
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const query = collection('offers')
    .where(
      after
        ? command.and([
            { classId },
            command.or([{ at: command.lt(after.value) }, { at: after.value, _id: command.lt(after.id) }]),
          ])
        : { classId },
    )
    .orderBy('at', 'desc')
    .orderBy('_id', 'desc')
  const [found] = await Promise.all([
    rows<OfferDocument>(query.limit(PAGE + 1)),
    recordLook(context, aboutClass(training)),
  ])
  const shown = page(found, PAGE, ({ at, _id }) => ({ value: at, id: _id }))
  return { offers: shown.rows.map(({ _id, ...offer }) => ({ id: _id, ...offer })), next: shown.next }
}
