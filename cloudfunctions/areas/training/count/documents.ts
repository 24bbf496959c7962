import type { HOUSEHOLD_KINDS } from '../../../../contract/training/record'
import type { Topic } from '../../../../contract/training/words'

export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number]

/** How many attendances of a village, by kind of household. */
export type OfVillage = Record<HouseholdKind, number>

/**
 * `tallies`, _id = county:month:topic — how many attendances there were, village by village. A row is counted here in the
 * transaction that marks it as counted, so that the numbers are always those of the marked rows.
 */
export interface Tally {
  _id: string
  county: string
  year: number
  /** Beijing month in which the class began, YYYY-MM. */
  month: string
  topic: Topic
  villages: Record<string, OfVillage>
}

/** In `tallies` too, _id = target:region:year: what a year is meant to reach, read with what it has reached. */
export interface Target {
  _id: string
  county: string
  year: number
  region: string
  attendances: number
}

export const targetId = (region: string, year: number): string => `target:${region}:${year}`

/** What a counted row says of itself: in which tally it is, and the words its lists are found by. */
export interface Counted {
  tally: string
  kind: HouseholdKind
}
