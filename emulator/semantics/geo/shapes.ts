import { isNumeric, isObject, show, toNumber } from '../bson'
import { refused } from '../fault'
import { samePlace, toVector, type Vector } from './sphere'

/** A geometry taken apart. A polygon is its rings, the outer one first. */
export interface Shape {
  points: Vector[]
  lines: Vector[][]
  polygons: Vector[][][]
}

type Pair = [number, number]

const pairOf = (value: unknown): Pair | undefined => {
  const pair = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []
  if (pair.length < 2 || !isNumeric(pair[0]) || !isNumeric(pair[1])) return undefined
  return [toNumber(pair[0]), toNumber(pair[1])]
}

function place(value: unknown): Vector {
  const pair = Array.isArray(value) ? pairOf(value) : undefined
  if (!pair) throw refused(`Point must be an array of two numbers: ${show(value)}`)
  if (Math.abs(pair[0]) > 180 || Math.abs(pair[1]) > 90) {
    throw refused(`longitude/latitude is out of bounds, lng: ${pair[0]} lat: ${pair[1]}`)
  }
  return toVector(pair)
}

const listOf = (value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw refused('GeoJSON coordinates must be an array')
  return value
}

function line(value: unknown): Vector[] {
  const places = listOf(value).map(place)
  if (places.length < 2) throw refused('GeoJSON LineString must have at least 2 vertices')
  return places
}

function ring(value: unknown): Vector[] {
  const places = listOf(value).map(place)
  if (places.length < 4) throw refused('Loop must have at least 3 different vertices')
  if (!samePlace(places[0]!, places.at(-1)!)) throw refused(`Loop is not closed: ${show(value)}`)
  return places
}

const polygon = (value: unknown): Vector[][] => listOf(value).map(ring)

const shape = (parts: Partial<Shape>): Shape => ({ points: [], lines: [], polygons: [], ...parts })

/** The parts of a GeoJSON geometry; refuses what is none. */
export function parseShape(value: unknown): Shape {
  const { type, coordinates, geometries } = (isObject(value) ? value : {}) as Record<string, unknown>
  switch (type) {
    case 'Point':
      return shape({ points: [place(coordinates)] })
    case 'MultiPoint':
      return shape({ points: listOf(coordinates).map(place) })
    case 'LineString':
      return shape({ lines: [line(coordinates)] })
    case 'MultiLineString':
      return shape({ lines: listOf(coordinates).map(line) })
    case 'Polygon':
      return shape({ polygons: [polygon(coordinates)] })
    case 'MultiPolygon':
      return shape({ polygons: listOf(coordinates).map(polygon) })
    case 'GeometryCollection': {
      const parts = listOf(geometries).map(parseShape)
      return {
        points: parts.flatMap(({ points }) => points),
        lines: parts.flatMap(({ lines }) => lines),
        polygons: parts.flatMap(({ polygons }) => polygons),
      }
    }
    default:
      throw refused(`unknown GeoJSON type: ${show(value)}`)
  }
}

/** What is stored in a document: GeoJSON, or a pair of numbers as older ones have it; undefined for anything else. */
export function storedShape(value: unknown): Shape | undefined {
  if (!Array.isArray(value) && !isObject(value)) return undefined
  try {
    if (isObject(value) && typeof value.type === 'string') return parseShape(value)
    const pair = pairOf(value)
    return pair && shape({ points: [place(pair)] })
  } catch {
    return undefined
  }
}

/** The flat coordinates of a stored point, for the flat shapes `$box`, `$center` and `$polygon`. */
export function storedPair(value: unknown): Pair | undefined {
  if (isObject(value) && value.type === 'Point') return pairOf(value.coordinates)
  return pairOf(value)
}

export const requiredPair = (value: unknown): Pair => {
  const pair = pairOf(value)
  if (!pair) throw refused(`Point must only contain numeric elements: ${show(value)}`)
  return pair
}
