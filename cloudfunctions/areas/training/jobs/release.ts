import { collection, command, rows } from '../../../platform/database'
import type { TrainingClass } from '../documents'
import { CLASSES, type JobContext, step } from './context'

/** Classes whose unused quotas are everybody's from now on: who waits may be able to use them. */
export async function releaseSeats({ now }: JobContext): Promise<{ released: number }> {
  const at = now.toISOString()
  const due = await rows<TrainingClass>(
    collection('classes')
      .where({ releaseDueAt: command.lte(at) })
      .limit(CLASSES),
  )
  for (const { _id } of due)
    await step(async (transaction) => {
      const training = await transaction.get<TrainingClass>('classes', _id)
      if (!training?.releaseDueAt || training.releaseDueAt > at) return
      await transaction.update('classes', _id, { releaseDueAt: command.remove(), toOffer: true })
    })
  return { released: due.length }
}
