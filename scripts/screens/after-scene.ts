import type { Must } from './scene'

/** Numbers of certificates as they can be. */
export interface AfterScene {
  /** The demo villager's. */
  certificate: string
  revoked: string
}

/** A class of the demo county that is not long over, and who was there. */
export const OVER = 'class-past-2'
export const WAS_THERE = 'demo-villager-390'
export const RATED = 'demo-villager-392'
const CERTIFIED = 'class-past-1'

/** Some have said how a class was; one certificate was wrong. */
export async function playAfter(must: Must): Promise<AfterScene> {
  await must(RATED, 'training.rate', { classId: OVER, stars: 5, words: '讲得明白，当场教会了怎么起垄' })
  await must('demo-villager-394', 'training.rate', {
    classId: OVER,
    stars: 4,
    words: '时间短了，想再下地看看',
  })
  await must('demo-villager-396', 'training.rate', { classId: OVER, stars: 3 })
  const { certificates } = await must('demo-villager', 'training.certificates', {})
  const { certificates: all } = await must('demo-bureau', 'training.issued', { classId: CERTIFIED })
  const revoked = all.find(({ number }) => number !== certificates[0]?.number)?.number ?? ''
  await must('demo-bureau', 'training.revokeCertificate', { number: revoked, reason: '名字写错了' })
  return { certificate: certificates[0]?.number ?? '', revoked }
}
