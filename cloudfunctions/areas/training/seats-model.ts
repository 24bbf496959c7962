import { chooseNext, type InLine } from './choose'
import {
  claimMove,
  decideMove,
  enrolMove,
  leaveMove,
  type Moved,
  offerMove,
  passOnMove,
  type Standing,
} from './moves'
import { resize } from './resize'
import {
  afterTheLine,
  type Claim,
  draw,
  groupOf,
  type Quotas,
  type Seats,
  type Used,
  usedBy,
  usedInAll,
} from './seats'

// A small class and twelve people, in memory: what the tests of seats let happen to.

const A = '519921100200'
const B = '519921100201'
const C = '519921101202'

interface Row {
  standing: Standing
  since: number
}
export interface World {
  seats: Seats
  rows: Map<number, Row>
  /** Requests that were committed: sent again, they do nothing. */
  done: Set<number>
}

export const VILLAGES = [A, A, A, B, B, C, C, A, B, C, A, C]
const claimOf = (person: number): Claim => {
  const village = VILLAGES[person]!
  const reserves = [...(person % 3 === 0 ? ['kept'] : []), ...(village === C ? ['far'] : [])]
  return { village, reserves, priority: person % 3 === 0 ? 0 : 1 }
}
const TERMS = { waitlist: 'priority', wait: true } as const

export const lineOf = (rows: World['rows']): (InLine & { since: number })[] =>
  [...rows]
    .flatMap(([person, { standing, since }]) =>
      standing.state === 'waiting' ? [{ id: String(person), claim: standing.claim, since }] : [],
    )
    .sort((a, b) => a.claim.priority - b.claim.priority || a.since - b.since)

export type Command =
  | { do: 'enrol'; person: number; approval: boolean }
  | { do: 'cancel' | 'claim' | 'decline' | 'expire' | 'approve' | 'refuse'; person: number }
  | { do: 'offer' }
  | { do: 'quota'; quotas: Quotas }
  | { do: 'release' }

/** Events that answer something look for somebody they can be about: the nth of those who stand so. */
const ABOUT: Partial<Record<Command['do'], Standing['state']>> = {
  claim: 'offered',
  decline: 'offered',
  expire: 'offered',
  approve: 'pending',
  refuse: 'pending',
}
function targetOf(rows: World['rows'], { do: what, person }: { do: Command['do']; person: number }) {
  const state = ABOUT[what]
  if (!state) return person
  const such = [...rows].flatMap(([id, { standing }]) => (standing.state === state ? [id] : []))
  return such[person % such.length]
}

/** One transaction: the world after it, or nothing where it was refused. */
export function step({ seats, rows, done }: World, command: Command, at: number): World | undefined {
  const moved = (person: number | undefined, outcome: Moved | string): World | undefined => {
    if (person === undefined || typeof outcome === 'string') return undefined
    const waited = outcome.standing.state === 'waiting' ? at : (rows.get(person)?.since ?? at)
    return {
      seats: outcome.seats,
      rows: new Map([...rows, [person, { standing: outcome.standing, since: waited }]]),
      done,
    }
  }
  const about = 'person' in command ? targetOf(rows, command) : undefined
  const standing = about === undefined ? undefined : rows.get(about)?.standing
  switch (command.do) {
    case 'enrol': {
      const next = moved(
        command.person,
        enrolMove(seats, standing, claimOf(command.person), { ...TERMS, approval: command.approval }),
      )
      const now = next?.rows.get(command.person)?.standing.state
      // Nobody in line lost a seat they could have had to somebody who came later.
      if (next && now !== 'waiting')
        expect(usedInAll(afterTheLine(next.seats))).toBe(usedInAll(afterTheLine(seats)) + 1)
      return next
    }
    case 'cancel':
      return moved(about, leaveMove(seats, standing, 'cancelled'))
    case 'claim':
      return moved(about, claimMove(seats, standing, false))
    case 'decline':
      return moved(about, passOnMove(seats, standing, 'declined'))
    case 'expire':
      return moved(about, passOnMove(seats, standing, 'lapsed'))
    case 'approve':
      return moved(about, decideMove(seats, standing, true))
    case 'refuse':
      return moved(about, decideMove(seats, standing, false))
    case 'offer': {
      const line = lineOf(rows)
      const { choice, freed } = chooseNext(seats, line)
      if (!choice) return undefined
      const before = line.slice(
        0,
        line.findIndex(({ id }) => id === choice.to.id),
      )
      const rivals =
        choice.because === 'order'
          ? before
          : before.filter(({ claim }) => claim.village === choice.to.claim.village)
      for (const { claim } of rivals) expect(typeof draw(seats, claim)).toBe('string')
      const person = Number(choice.to.id)
      return moved(person, offerMove({ ...seats, freed }, rows.get(person)?.standing))
    }
    case 'quota': {
      const next = resize(seats, command.quotas, seats.released)
      return Array.isArray(next) ? undefined : { seats: next, rows, done }
    }
    case 'release':
      return { seats: { ...seats, released: true }, rows, done }
  }
}

/** The counters as the rows say. */
function recount(rows: World['rows'], whose: 'taken' | 'held'): Used {
  const used: Used = { all: 0, village: {}, township: {}, reserve: {} }
  const add = (counts: Record<string, number>, key: string) => {
    counts[key] = (counts[key] ?? 0) + 1
  }
  for (const { standing } of rows.values()) {
    if (!('seat' in standing) || (standing.state === 'offered') !== (whose === 'held')) continue
    used.all++
    add(used.village, standing.seat.village)
    add(used.township, standing.seat.village.slice(0, 9))
    if (standing.seat.reserve) add(used.reserve, standing.seat.reserve)
  }
  return used
}

export function expectSound({ seats, rows }: World): void {
  expect(seats.taken).toEqual(recount(rows, 'taken'))
  expect(seats.held).toEqual(recount(rows, 'held'))
  const line: Record<string, number> = {}
  for (const { claim } of lineOf(rows)) line[groupOf(claim)] = (line[groupOf(claim)] ?? 0) + 1
  expect(seats.line).toEqual(line)
  expect(seats.seats - seats.taken.all - seats.held.all).toBeGreaterThanOrEqual(0)
  if (seats.released) return
  for (const village of [A, B, C])
    expect(usedBy(seats, 'village', village)).toBeLessThanOrEqual(seats.seatsPerVillage ?? seats.seats)
  for (const township of ['519921100', '519921101'])
    expect(usedBy(seats, 'township', township)).toBeLessThanOrEqual(seats.seatsPerTownship ?? seats.seats)
  const reserved = seats.reserved ?? []
  for (const { id, seats: size } of reserved) expect(usedBy(seats, 'reserve', id)).toBeLessThanOrEqual(size)
  const kept = reserved.reduce((sum, { id }) => sum + usedBy(seats, 'reserve', id), 0)
  const open = seats.seats - reserved.reduce((sum, { seats: size }) => sum + size, 0)
  expect(usedInAll(seats) - kept).toBeLessThanOrEqual(open)
}
