import type { ClassDetail } from '../../contract/training'
import { sayDates } from '../words'

/** The card a class is in a chat: what and when, and its cover; without one WeChat shows the top of the page, 5:4. */
export function shareCard(
  training: Pick<ClassDetail, 'id' | 'title' | 'phase' | 'startsAt' | 'endsAt' | 'cover'>,
  now: number,
) {
  return {
    title: `${training.title}，${training.phase === 'postponed' ? '时间待定' : sayDates(training.startsAt, training.endsAt, now)}`,
    // Nobody's acting for somebody goes along.
    path: `/training/class/index?id=${training.id}`,
    ...(training.cover ? { imageUrl: training.cover } : {}),
  }
}
