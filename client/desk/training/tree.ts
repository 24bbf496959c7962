import { isWithin } from '../../../contract/regions'
import type { Place } from '../../place/place'

/** Whether a place is chosen, by itself or with the larger one it lies in. */
export const isChosen = (chosen: readonly Place[], code: string): boolean =>
  chosen.some((place) => isWithin(place.code, code))

/** A tap on a place: out if it was chosen itself; else in, in place of what lies in it and of what it lies in. */
export function toggled(chosen: readonly Place[], place: Place): Place[] {
  if (chosen.some(({ code }) => code === place.code)) return chosen.filter(({ code }) => code !== place.code)
  const apart = chosen.filter(({ code }) => !isWithin(code, place.code) && !isWithin(place.code, code))
  return [...apart, place]
}

/** "青石乡、李家湾村等 5 个地方" */
export function placesWords(places: readonly Place[]): string {
  const NAMED = 4
  const names = places.slice(0, NAMED).map(({ name }) => name)
  return `${names.join('、')}${places.length > NAMED ? `等 ${places.length} 个地方` : ''}`
}
