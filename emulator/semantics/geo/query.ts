import { type Document, isNumeric, isObject, show, toNumber } from '../bson'
import { refused } from '../fault'
import type { Matcher } from '../predicates'
import { distance, intersects, within, withinCircle } from './relations'
import { parseShape, requiredPair, type Shape, storedPair, storedShape } from './shapes'
import { angle, EARTH_RADIUS, toVector, type Vector } from './sphere'

const ofShape = (test: (shape: Shape) => boolean): Matcher => ({
  needsArrays: true,
  // Arrays as a whole too: a pair of numbers is a place.
  test: (values, arrays) =>
    [...values, ...arrays].some((value) => {
      const shape = storedShape(value)
      return shape !== undefined && test(shape)
    }),
})

const ofPair = (test: (pair: [number, number]) => boolean): Matcher => ({
  needsArrays: true,
  test: (values, arrays) =>
    [...values, ...arrays].some((value) => {
      const pair = storedPair(value)
      return pair !== undefined && test(pair)
    }),
})

const pairs = (value: unknown): [number, number][] => {
  if (!Array.isArray(value)) throw refused(`a list of points is expected: ${show(value)}`)
  return value.map(requiredPair)
}

/** Even-odd rule on the flat map. */
const inFlat = (corners: [number, number][], [x, y]: [number, number]): boolean => {
  let inside = false
  corners.forEach(([ax, ay], index) => {
    const [bx, by] = corners.at(index - 1)!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  })
  return inside
}

function geoWithin(operand: unknown): Matcher {
  if (!isObject(operand)) throw refused('$geoWithin needs an object')
  const [kind, value] = Object.entries(operand).find(([key]) => key !== '$uniqueDocs') ?? []
  switch (kind) {
    case '$geometry': {
      const area = parseShape(value)
      if (area.polygons.length === 0) {
        throw refused(`$geoWithin not supported with provided geometry: ${show(operand)}`)
      }
      return ofShape((shape) => within(shape, area))
    }
    case '$centerSphere': {
      const [centre, radius] = value as [unknown, unknown]
      if (!isNumeric(radius) || toNumber(radius) < 0) throw refused('radius must be a non-negative number')
      const place = toVector(requiredPair(centre))
      return ofShape((shape) => withinCircle(shape, place, toNumber(radius)))
    }
    case '$center': {
      const [centre, radius] = value as [unknown, unknown]
      const [x, y] = requiredPair(centre)
      return ofPair((pair) => Math.hypot(pair[0] - x, pair[1] - y) <= toNumber(radius))
    }
    case '$box': {
      const [a, b] = pairs(value)
      const inside = (at: 0 | 1, value: number) =>
        value >= Math.min(a![at], b![at]) && value <= Math.max(a![at], b![at])
      return ofPair((pair) => inside(0, pair[0]) && inside(1, pair[1]))
    }
    case '$polygon': {
      const corners = pairs(value)
      return ofPair((pair) => inFlat(corners, pair))
    }
    default:
      throw refused(`unknown geo specifier: ${show(operand)}`)
  }
}

/** What `$near` asks for. Distances are metres for GeoJSON; a bare pair measures in radians, or flat units for `$near`. */
export interface Near {
  measure(value: unknown): number | undefined
  accepts(distance: number): boolean
}

const bound = (value: unknown, otherwise: number): number => {
  if (value === undefined) return otherwise
  if (!isNumeric(value) || toNumber(value) < 0)
    throw refused('$maxDistance and $minDistance must be non-negative numbers')
  return toNumber(value)
}

const toPlace = (place: Vector, unit: number) => (value: unknown) => {
  const shape = storedShape(value)
  return shape && distance(place, shape) * unit
}

const flat =
  ([x, y]: [number, number]) =>
  (value: unknown): number | undefined => {
    const pair = storedPair(value)
    return pair && Math.hypot(pair[0] - x, pair[1] - y)
  }

export function parseNear(operator: string, operand: unknown, condition: Document): Near {
  const geometry = isObject(operand) ? (operand.$geometry ?? (operand.type ? operand : undefined)) : undefined
  const limits = geometry === undefined ? condition : (operand as Document)
  const [least, most] = [bound(limits.$minDistance, 0), bound(limits.$maxDistance, Number.POSITIVE_INFINITY)]
  const accepts = (value: number) => value >= least && value <= most
  if (geometry === undefined) {
    const pair = requiredPair(operand)
    return { accepts, measure: operator === '$near' ? flat(pair) : toPlace(toVector(pair), 1) }
  }
  const [point] = parseShape(geometry).points
  if (!point) throw refused(`$near requires a point, given ${show(geometry)}`)
  return { accepts, measure: toPlace(point, EARTH_RADIUS) }
}

/** The least distance of all places at a path; undefined where there is none. */
export function nearest(near: Near, values: readonly unknown[]): number | undefined {
  const distances = values.map(near.measure).filter((each) => each !== undefined)
  return distances.length > 0 ? Math.min(...distances) : undefined
}

/** `$near`, `$geoWithin` and `$geoIntersects` as tests of what stands at a path. */
export function compileGeo(operator: string, operand: unknown, condition: Document): Matcher {
  if (operator === '$geoWithin' || operator === '$within') return geoWithin(operand)
  if (operator === '$geoIntersects') {
    if (!isObject(operand)) throw refused('$geoIntersects needs a $geometry')
    const area = parseShape(operand.$geometry)
    return ofShape((shape) => intersects(shape, area))
  }
  const near = parseNear(operator, operand, condition)
  return {
    needsArrays: true,
    test: (values, arrays) => {
      const metres = nearest(near, [...values, ...arrays])
      return metres !== undefined && near.accepts(metres)
    },
  }
}

export const metresBetween = (a: [number, number], b: [number, number]): number =>
  angle(toVector(a), toVector(b)) * EARTH_RADIUS
