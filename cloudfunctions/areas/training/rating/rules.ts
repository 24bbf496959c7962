import type { EnrolmentDocument, TrainingClass } from '../documents'
import type { Rating } from './documents'

const DAY = 24 * 3_600_000
const OPEN_DAYS = 30
const CHANGE_DAYS = 7

/** Until when somebody can rate a class, or change what they said; undefined where they cannot now. */
export function rateUntil(
  { endsAt, state }: Pick<TrainingClass, 'endsAt' | 'state'>,
  row: Pick<EnrolmentDocument, 'state'> | null,
  rating: Pick<Rating, 'firstAt'> | null,
  now: Date,
): string | undefined {
  if (row?.state !== 'attended' || state === 'cancelled' || state === 'draft') return undefined
  if (state !== 'finished' && now.toISOString() < endsAt) return undefined
  const closes = Date.parse(endsAt) + OPEN_DAYS * DAY
  const until = rating ? Math.min(closes, Date.parse(rating.firstAt) + CHANGE_DAYS * DAY) : closes
  return now.getTime() < until ? new Date(until).toISOString() : undefined
}

/** Counts with one rating more, in place of an earlier one where there was. */
export const counted = (byStars: readonly number[], stars: number, before: number | undefined): number[] =>
  [1, 2, 3, 4, 5].map((n) => (byStars[n - 1] ?? 0) + (n === stars ? 1 : 0) - (n === before ? 1 : 0))

export const sumOf = (byStars: readonly number[]): { count: number; average?: number } => {
  const count = byStars.reduce((sum, each) => sum + each, 0)
  const stars = byStars.reduce((sum, each, n) => sum + each * (n + 1), 0)
  return count === 0 ? { count } : { count, average: Math.round((stars * 10) / count) / 10 }
}
