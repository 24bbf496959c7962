import { startOfDay } from '../../../contract/time'
import { command } from '../../platform/database'

const DAY_MS = 24 * 60 * 60_000

/** Instants from the beginning of a Beijing day to the end of another, as a query; undefined for any. */
export function between(from: string | undefined, until: string | undefined): object | undefined {
  const first = from && command.gte(startOfDay(from))
  const last = until && command.lt(new Date(Date.parse(startOfDay(until)) + DAY_MS).toISOString())
  return first && last ? first.and(last) : (first ?? last) || undefined
}
