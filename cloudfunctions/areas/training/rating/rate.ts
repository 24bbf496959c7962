import { aboutPerson } from '../../../platform/audit'
import { checkText } from '../../../platform/content'
import type { Handler } from '../../../platform/dispatch'
import { Refused } from '../../../platform/refusal'
import { aboutClass } from '../change-class'
import type { TrainingClass } from '../documents'
import { attendance } from './after-class'
import type { Rating, RatingTotals } from './documents'
import { counted, rateUntil } from './rules'

/** Ten round trips: whether they attended, then the transaction with class, rating and totals. */
export const rate: Handler<'training.rate'> = async ({ classId, stars, words = '' }, context) => {
  const { subject, now, openid } = context
  const row = await attendance(classId, subject)
  await checkText(openid, words)
  const about = [aboutPerson(subject)]
  return context.once(
    async (transaction) => {
      const training = await transaction.get<TrainingClass>('classes', classId)
      const before = await transaction.get<Rating>('ratings', row._id)
      const totals = await transaction.get<RatingTotals>('ratingTotals', classId)
      const until = training && rateUntil(training, row, before, now)
      if (!training || !until) throw new Refused('RATING_CLOSED')
      about.splice(1, 1, aboutClass(training))
      const at = now.toISOString()
      await transaction.set<Rating>('ratings', {
        ...{ _id: row._id, classId, personId: subject.id, stars, words, said: words !== '' },
        ...{ firstAt: before?.firstAt ?? at, at },
      })
      await transaction.set<RatingTotals>('ratingTotals', {
        _id: classId,
        byStars: counted(totals?.byStars ?? [], stars, before?.stars),
      })
      return { classId, stars, until: rateUntil(training, row, before ?? { firstAt: at }, now) ?? until }
    },
    undefined,
    { about },
  )
}
