import { isWithin, townshipOf } from '../../../../contract/regions'
import { type DIVISIONS, HOUSEHOLD_KINDS } from '../../../../contract/training/record'
import type { OfVillage, Tally } from './documents'

type Division = (typeof DIVISIONS)[number]

/** Every attendance of a region once, under the line it belongs to; lines by their keys. */
export function divide(tallies: readonly Tally[], by: Division, region: string): Map<string, number> {
  const lines = new Map<string, number>()
  const put = (key: string, count: number) => {
    if (count > 0) lines.set(key, (lines.get(key) ?? 0) + count)
  }
  for (const { topic, month, villages } of tallies)
    for (const [village, of] of Object.entries(villages)) {
      if (!isWithin(region, village)) continue
      const all = HOUSEHOLD_KINDS.reduce((sum, kind) => sum + of[kind], 0)
      if (by === 'household') for (const kind of HOUSEHOLD_KINDS) put(kind, of[kind as keyof OfVillage])
      else put({ topic, month, village, township: townshipOf(village) }[by], all)
    }
  return new Map([...lines].sort(([a], [b]) => (a < b ? -1 : 1)))
}
