import { type Claim, draw, type Full, type Seats } from './seats'

/** Somebody in line, in its order. */
export interface InLine {
  id: string
  claim: Claim
}

/** Whom the next free seat is offered to, and why them. */
export interface Choice<T extends InLine> {
  to: T
  /** `village`: the seat was given up in a village whose quota was full, so its own line comes first; else the line's order. */
  because: 'village' | 'order'
  /** Who stood before them and could not use it. */
  passed: { who: T; why: Full | 'OTHER_VILLAGE' }[]
}

/**
 * The next to be offered a seat: where a full village quota was what kept people out, of that village first; else the
 * first in line who can use what is free. Undefined where nobody can use anything. `freed` is what remains to be kept in
 * mind afterwards.
 */
export function chooseNext<T extends InLine>(
  seats: Seats,
  line: readonly T[],
): { choice?: Choice<T>; freed: string[] } {
  const first = (of: readonly T[]) => of.find(({ claim }) => typeof draw(seats, claim) !== 'string')
  const freed = [...seats.freed]
  for (let village = freed.shift(); village !== undefined; village = freed.shift()) {
    const to = first(line.filter(({ claim }) => claim.village === village))
    if (to) return { choice: { to, because: 'village', passed: passedBy(seats, line, to) }, freed }
  }
  const to = first(line)
  return { choice: to && { to, because: 'order', passed: passedBy(seats, line, to) }, freed }
}

const passedBy = <T extends InLine>(seats: Seats, line: readonly T[], to: T): Choice<T>['passed'] =>
  line.slice(0, line.indexOf(to)).map((who) => {
    const seat = draw(seats, who.claim)
    return { who, why: typeof seat === 'string' ? seat : 'OTHER_VILLAGE' }
  })
