/** Statistical division codes: county 6 digits, township +3, village +3. A scope is a prefix of a code. */
export type RegionCode = string

export const countyOf = (code: RegionCode): RegionCode => code.slice(0, 6)
export const townshipOf = (code: RegionCode): RegionCode => code.slice(0, 9)

/** Whether a place lies in a scope: one prefix test. An empty scope contains nothing, never everything. */
export const isWithin = (scope: RegionCode, place: RegionCode): boolean =>
  scope.length >= 6 && place.startsWith(scope)
