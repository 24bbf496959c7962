import { recordLook } from '../../platform/audit'
import { collection, command, read, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../platform/paging'
import { Refused } from '../../platform/refusal'
import { aboutClass } from './change-class'
import { type EnrolmentDocument, enrolmentId, type OfferDocument, type TrainingClass } from './documents'
import { mayPlan } from './may-plan'

/**
 * Three round trips: the class; a page of its offers, beside the record that somebody looked; and until when those that are
 * open stand now, which a new time of the class changes.
 */
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
  const untilNow = await deadlinesOf(shown.rows.filter(({ outcome }) => outcome === undefined))
  return {
    offers: shown.rows.map(({ _id, ...offer }) => ({
      id: _id,
      ...offer,
      until: offer.outcome ? offer.until : untilNow.get(_id),
    })),
    next: shown.next,
  }
}

/** By the id of an open offer; none while the class is put off. */
async function deadlinesOf(open: readonly OfferDocument[]): Promise<Map<string, string | undefined>> {
  if (open.length === 0) return new Map()
  const ids = open.map(({ classId, personId }) => enrolmentId(classId, personId))
  const query = collection('enrolments')
    .where({ _id: command.in(ids) })
    .limit(ids.length)
  return new Map(
    (await rows<EnrolmentDocument>(query)).map(({ offer }) => [offer?.id ?? '', offer?.until] as const),
  )
}
