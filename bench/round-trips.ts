import { startCloud } from '../tests/system/cloud'
import { measureRoundTrips } from '../tests/system/round-trips'
import type { Found, Line, Measurement } from './line'

/** Exact counts of one successful call of every operation, from what the local cloud recorded. */
export const roundTrips: Measurement = {
  name: 'round-trips',
  title: 'Database round trips of a successful call, after the caller is known',
  async measure(): Promise<Found> {
    const cloud = await startCloud()
    try {
      const found = await measureRoundTrips(cloud)
      return {
        lines: found.map(
          ({ operation, as, trips, most, scanned, returned }): Line => ({
            name: as ? `${operation} (${as})` : operation,
            value: trips,
            target: { most },
            note: `${scanned} documents scanned, ${returned} returned or changed`,
          }),
        ),
        notes: [
          'Reads have 3, writes 10 with begin and commit; several at once 10 for each and 1 for finding them.',
        ],
      }
    } finally {
      await cloud.close()
    }
  },
}
