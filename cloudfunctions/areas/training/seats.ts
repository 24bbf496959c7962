import { townshipOf } from '../../../contract/regions'
import type { PersonKind } from '../../../contract/training/words'

/** Seats kept for a kind of people, or for the people of some places. */
export interface Reserve {
  id: string
  name: string
  seats: number
  people?: PersonKind
  regions?: string[]
}

export interface Quotas {
  /** In all; the reserved ones are among them. */
  seats: number
  /** The most of one village, of one township; absent: no such limit. */
  seatsPerVillage?: number
  seatsPerTownship?: number
  reserved?: Reserve[]
}

/** How many seats are used: in all, and of each limit they count towards. */
export interface Used {
  all: number
  village: Record<string, number>
  township: Record<string, number>
  reserve: Record<string, number>
}
export const NONE_USED: Used = { all: 0, village: {}, township: {}, reserve: {} }

/** What one enrolment draws, all of it together: a seat of the class, of the village, of the township, of a reserve. */
export interface Seat {
  village: string
  /** Absent: one that anybody may have. */
  reserve?: string
}

/** What somebody may draw: whence they are, and the reserves that are for them. */
export interface Claimant {
  village: string
  reserves: readonly string[]
}

/** Somebody in line: what they may draw, and how early they come (0 before 1). */
export interface Claim extends Claimant {
  priority: number
}

/** A class's seats as its document keeps them. Free + taken + held is always what there is. */
export interface Seats extends Quotas {
  /** From its date on, what villages, townships and reserves have not used is everybody's. */
  released: boolean
  taken: Used
  /** Offered to somebody in line who has not answered yet. */
  held: Used
  /** How many wait, by claim (see `groupOf`). */
  line: Record<string, number>
  /** Villages whose quota was full when one of theirs gave up a seat: their own line comes first. */
  freed: string[]
}

export type Full = 'CLASS_FULL' | 'VILLAGE_FULL' | 'TOWNSHIP_FULL'

export const usedBy = ({ taken, held }: Seats, of: 'village' | 'township' | 'reserve', key: string): number =>
  (taken[of][key] ?? 0) + (held[of][key] ?? 0)
export const usedInAll = ({ taken, held }: Seats): number => taken.all + held.all

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, each) => total + each, 0)
const usedOfReserves = (seats: Seats): number => {
  const { taken, held } = seats
  return sum(Object.values(taken.reserve)) + sum(Object.values(held.reserve))
}
/** Seats that are kept for nobody. */
const openSeats = ({ seats, reserved = [] }: Quotas): number =>
  seats - sum(reserved.map((each) => each.seats))

/** The seat somebody could have now, or why there is none. A reserve of theirs is drawn before what is everybody's. */
export function draw(seats: Seats, { village, reserves }: Claimant): Seat | Full {
  if (usedInAll(seats) >= seats.seats) return 'CLASS_FULL'
  if (seats.released) return { village }
  const { seatsPerVillage: ofVillage, seatsPerTownship: ofTownship } = seats
  if (ofVillage !== undefined && usedBy(seats, 'village', village) >= ofVillage) return 'VILLAGE_FULL'
  if (ofTownship !== undefined && usedBy(seats, 'township', townshipOf(village)) >= ofTownship)
    return 'TOWNSHIP_FULL'
  const own = (seats.reserved ?? []).find(
    ({ id, seats: size }) => reserves.includes(id) && usedBy(seats, 'reserve', id) < size,
  )
  if (own) return { village, reserve: own.id }
  return usedInAll(seats) - usedOfReserves(seats) < openSeats(seats) ? { village } : 'CLASS_FULL'
}

function counted(used: Used, { village, reserve }: Seat, by: 1 | -1): Used {
  const one = (counts: Record<string, number>, key: string): Record<string, number> => {
    const { [key]: before = 0, ...others } = counts
    const after = before + by
    if (after < 0) throw new Error('seat counters do not add up')
    return after === 0 ? others : { ...counts, [key]: after }
  }
  return {
    all: used.all + by,
    village: one(used.village, village),
    township: one(used.township, townshipOf(village)),
    reserve: reserve === undefined ? used.reserve : one(used.reserve, reserve),
  }
}

type Whose = 'taken' | 'held'

/** The counters once somebody has a seat. */
export const take = (seats: Seats, whose: Whose, seat: Seat): Seats => ({
  ...seats,
  [whose]: counted(seats[whose], seat, 1),
})

/** The counters once it is free again; remembers whose line comes first, where somebody waits. */
export function giveBack(seats: Seats, whose: Whose, seat: Seat): Seats {
  const limit = seats.released ? undefined : seats.seatsPerVillage
  const wasFull = limit !== undefined && usedBy(seats, 'village', seat.village) >= limit
  const first = wasFull && waitingIn(seats) > 0 ? [...seats.freed, seat.village] : seats.freed
  return { ...seats, [whose]: counted(seats[whose], seat, -1), freed: first }
}

/** An offer that was claimed: what was held is taken. */
export const keep = (seats: Seats, seat: Seat): Seats => ({
  ...seats,
  held: counted(seats.held, seat, -1),
  taken: counted(seats.taken, seat, 1),
})

/** The claim as the class counts it: everybody in a group can use the same seats, and comes as early. */
export const groupOf = ({ priority, village, reserves }: Claim): string =>
  [priority, village, reserves.join('+')].join(':')
const claimOf = (group: string): Claim => {
  const [priority, village = '', reserves = ''] = group.split(':')
  return { priority: Number(priority), village, reserves: reserves === '' ? [] : reserves.split('+') }
}

export const waitingIn = ({ line }: Pick<Seats, 'line'>): number => sum(Object.values(line))
/** How many are in line before somebody who joins it now. */
export const waitingBefore = ({ line }: Pick<Seats, 'line'>, { priority }: Claim): number =>
  sum(Object.entries(line).flatMap(([group, count]) => (claimOf(group).priority <= priority ? [count] : [])))

export function joinLine(seats: Seats, claim: Claim): Seats {
  const group = groupOf(claim)
  return { ...seats, line: { ...seats.line, [group]: (seats.line[group] ?? 0) + 1 } }
}

export function leaveLine(seats: Seats, claim: Claim): Seats {
  const group = groupOf(claim)
  const { [group]: count = 0, ...others } = seats.line
  if (count === 0) throw new Error('the line does not add up')
  const line = count === 1 ? others : { ...seats.line, [group]: count - 1 }
  return { ...seats, line, freed: waitingIn({ line }) === 0 ? [] : seats.freed }
}

/** The seats as they were if all in line who can had theirs: what is left is for who comes now. */
export function afterTheLine(seats: Seats): Seats {
  const groups = Object.entries(seats.line).sort(([a], [b]) => (a < b ? -1 : 1))
  let left = seats
  for (const [group, count] of groups)
    for (let n = 0; n < count; n++) {
      const seat = draw(left, claimOf(group))
      if (typeof seat === 'string') break
      left = take(left, 'held', seat)
    }
  return left
}
