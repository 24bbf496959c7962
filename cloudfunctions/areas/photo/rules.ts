import type { MediaVerdict, Photo } from './documents'

const MINUTE = 60_000
/** WeChat promises a verdict within 30 minutes; then we stop waiting and hand the photo in again. */
const VERDICT_MS = 35 * MINUTE
/** The last try is more than four hours after the first. */
export const TRIES = 8

type Verdict = MediaVerdict['suggest'] | undefined

/** What jobs has to do with a photo now. */
export function stepOf(photo: Photo, verdict: Verdict, now: Date): 'settled' | 'wait' | 'hand' | 'giveUp' {
  if (verdict !== undefined || photo.unchecked) return 'settled'
  if (photo.handedAt !== undefined && Date.parse(photo.handedAt) + VERDICT_MS > now.getTime()) return 'wait'
  return (photo.tries ?? 0) >= TRIES ? 'giveUp' : 'hand'
}

/**
 * When jobs has to look at a photo again: at once if it was never tried, when its verdict is overdue if it is with
 * WeChat, and in twice the time after each hand-in that failed.
 */
export function lookAgain(photo: Photo, now: Date): string {
  if (photo.handedAt !== undefined && Date.parse(photo.handedAt) + VERDICT_MS > now.getTime())
    return new Date(Date.parse(photo.handedAt) + VERDICT_MS).toISOString()
  const tries = photo.tries ?? 0
  return new Date(now.getTime() + (tries === 0 ? 0 : MINUTE * 2 ** (tries - 1))).toISOString()
}

/** How a photo stands for whoever looks. No verdict is not a pass. */
export function standingOf(photo: Photo, verdict: Verdict): 'checking' | 'shown' | 'withheld' {
  if (verdict === 'pass') return 'shown'
  return verdict !== undefined || photo.unchecked ? 'withheld' : 'checking'
}
