import { countyOf, isWithin, townshipOf } from '../../../contract/regions'

/** Every scope a village lies in, as `openTo` may name it. */
export const regionsOf = (village: string): string[] => [countyOf(village), townshipOf(village), village]

/** The narrowest region (county, township, village) that holds all of some; '' where they lie in several counties. */
export function regionOf(codes: readonly string[]): string {
  const [first = ''] = codes
  const scopes = [first, townshipOf(first), countyOf(first)].filter((scope) => scope.length >= 6)
  return scopes.find((scope) => codes.every((code) => isWithin(scope, code))) ?? ''
}

/** Every scope that holds a region, widest first; none for what lies in several counties. */
export const placesIn = (region: string): string[] =>
  region === '' ? [] : [...new Set([countyOf(region), townshipOf(region), region])]
