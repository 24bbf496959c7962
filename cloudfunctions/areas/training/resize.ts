import { type Quotas, type Seats, usedBy, usedInAll } from './seats'

/** A limit that would be lower than what is used. */
export interface Over {
  of: 'class' | 'village' | 'township' | 'reserve' | 'open'
  /** Code of the village or township, id of the reserve; absent for the class and for what is everybody's. */
  key?: string
  limit: number
  used: number
}

const keysOf = ({ taken, held }: Seats, of: 'village' | 'township' | 'reserve'): string[] => [
  ...new Set([...Object.keys(taken[of]), ...Object.keys(held[of])]),
]

/** Every limit of other quotas that would be below what is taken or offered; none where they can be set. */
export function overOf(seats: Seats, quotas: Quotas, released: boolean): Over[] {
  const over: Over[] = []
  const check = (of: Over['of'], limit: number, used: number, key?: string) => {
    if (used > limit) over.push({ of, key, limit, used })
  }
  check('class', quotas.seats, usedInAll(seats))
  if (released) return over
  const { seatsPerVillage, seatsPerTownship, reserved = [] } = quotas
  if (seatsPerVillage !== undefined)
    for (const key of keysOf(seats, 'village'))
      check('village', seatsPerVillage, usedBy(seats, 'village', key), key)
  if (seatsPerTownship !== undefined)
    for (const key of keysOf(seats, 'township'))
      check('township', seatsPerTownship, usedBy(seats, 'township', key), key)
  const sizes = new Map(reserved.map(({ id, seats: size }) => [id, size]))
  let ofReserves = 0
  for (const key of keysOf(seats, 'reserve')) {
    const used = usedBy(seats, 'reserve', key)
    ofReserves += used
    check('reserve', sizes.get(key) ?? 0, used, key)
  }
  // Without reserves what is everybody's is the class.
  if (reserved.length === 0) return over
  const open = quotas.seats - [...sizes.values()].reduce((total, size) => total + size, 0)
  check('open', open, usedInAll(seats) - ofReserves)
  return over
}

/** The class with other quotas, where nobody would lose a seat; otherwise which limits stand in the way. */
export function resize(
  seats: Seats,
  { seats: all, seatsPerVillage, seatsPerTownship, reserved }: Quotas,
  released: boolean,
): Seats | Over[] {
  const quotas = { seats: all, seatsPerVillage, seatsPerTownship, reserved }
  const over = overOf(seats, quotas, released)
  return over.length > 0 ? over : { ...seats, ...quotas, released }
}
