/** A place on the unit sphere. Edges are geodesics, as in MongoDB's 2dsphere. */
export type Vector = readonly [number, number, number]

/** Metres that MongoDB takes for the earth's radius. */
export const EARTH_RADIUS = 6378100

// About a millimetre: what counts as lying on an edge.
const TOLERANCE = 1e-9

// In this order of operations, as in S2: distances agree with MongoDB's to the last digit.
const RADIANS = Math.PI / 180

export function toVector([longitude, latitude]: readonly [number, number]): Vector {
  const [lambda, phi] = [longitude * RADIANS, latitude * RADIANS]
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const length = (a: Vector): number => Math.hypot(a[0], a[1], a[2])
const scale = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by]

/** Radians between two places. */
export const angle = (a: Vector, b: Vector): number => Math.atan2(length(cross(a, b)), dot(a, b))

export const samePlace = (a: Vector, b: Vector): boolean => angle(a, b) < TOLERANCE

/** Radians from a place to the nearest point of an edge. */
export function angleToEdge(place: Vector, from: Vector, to: Vector): number {
  const nearestEnd = Math.min(angle(place, from), angle(place, to))
  const normal = cross(from, to)
  const size = length(normal)
  if (size < 1e-15) return nearestEnd
  const unit = scale(normal, 1 / size)
  // The foot of the perpendicular counts only between the ends.
  const between = dot(cross(unit, from), place) >= 0 && dot(cross(to, unit), place) >= 0
  return between ? Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(unit, place))))) : nearestEnd
}

export const onEdge = (place: Vector, from: Vector, to: Vector): boolean =>
  angleToEdge(place, from, to) < TOLERANCE

/** Whether two edges cross each other inside both, not only touch. */
export function edgesCross(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const [first, second] = [cross(a, b), cross(c, d)]
  const sides = [dot(first, c), dot(first, d), dot(second, a), dot(second, b)] as const
  if (sides.some((side) => Math.abs(side) < 1e-15)) return false
  if (sides[0] > 0 === sides[1] > 0 || sides[2] > 0 === sides[3] > 0) return false
  // Great circles meet twice, on opposite sides of the earth: the edges must both be on this one.
  const meeting = cross(first, second)
  const side = Math.sign(dot(meeting, a) + dot(meeting, b))
  return side !== 0 && side === Math.sign(dot(meeting, c) + dot(meeting, d))
}

/** Whether a ring goes around a place: the bearings to its corners add up to a full turn. */
export function encloses(ring: readonly Vector[], place: Vector): boolean {
  const centre = ring.reduce<Vector>(
    (sum, each) => [sum[0] + each[0], sum[1] + each[1], sum[2] + each[2]],
    [0, 0, 0],
  )
  // A ring also goes around the place opposite; what it encloses is the lesser side.
  if (dot(centre, place) <= 0) return false
  const east = cross(Math.abs(place[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0], place)
  const north = cross(place, east)
  let turn = 0
  let before = Math.atan2(dot(ring.at(-1)!, east), dot(ring.at(-1)!, north))
  for (const corner of ring) {
    const bearing = Math.atan2(dot(corner, east), dot(corner, north))
    let step = bearing - before
    if (step > Math.PI) step -= 2 * Math.PI
    if (step < -Math.PI) step += 2 * Math.PI
    turn += step
    before = bearing
  }
  return Math.abs(turn) > Math.PI
}
