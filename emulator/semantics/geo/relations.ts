import type { Shape } from './shapes'
import { angle, angleToEdge, edgesCross, encloses, onEdge, samePlace, type Vector } from './sphere'

type Edge = [Vector, Vector]
type Polygon = Vector[][]

const edgesOf = (line: readonly Vector[]): Edge[] =>
  line.slice(1).map((place, index): Edge => [line[index]!, place])

const ringEdges = (polygon: Polygon): Edge[] => polygon.flatMap(edgesOf)
const isOn = (place: Vector, edges: readonly Edge[]): boolean => edges.some(([a, b]) => onEdge(place, a, b))

/** Inside the outer ring and no hole; the border belongs to it. */
function inPolygon(place: Vector, polygon: Polygon): boolean {
  if (isOn(place, ringEdges(polygon))) return true
  const [outer, ...holes] = polygon.map((ring) => ring.slice(0, -1))
  return encloses(outer!, place) && !holes.some((hole) => encloses(hole, place))
}

const touches = (a: readonly Edge[], b: readonly Edge[]): boolean =>
  a.some(([p, q]) => b.some(([r, s]) => edgesCross(p, q, r, s) || onEdge(p, r, s) || onEdge(r, p, q)))

const middle = ([a, b]: Edge): Vector => {
  const sum: Vector = [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
  const size = Math.hypot(...sum)
  return [sum[0] / size, sum[1] / size, sum[2] / size]
}

function lineInPolygon(line: readonly Vector[], polygon: Polygon): boolean {
  const border = ringEdges(polygon)
  return (
    line.every((place) => inPolygon(place, polygon)) &&
    edgesOf(line).every(
      (edge) =>
        inPolygon(middle(edge), polygon) && !border.some(([a, b]) => edgesCross(edge[0], edge[1], a, b)),
    )
  )
}

function polygonInPolygon(inner: Polygon, outer: Polygon): boolean {
  if (!lineInPolygon(inner[0]!, outer)) return false
  // A hole of the outer one must not lie within the inner one.
  return outer
    .slice(1)
    .every((hole) => !hole.some((place) => inPolygon(place, inner) && !isOn(place, ringEdges(inner))))
}

/** Whether all of a shape lies in an area (each of its parts in one polygon of it). */
export function within(shape: Shape, area: Shape): boolean {
  const some = (test: (polygon: Polygon) => boolean) => area.polygons.some(test)
  return (
    shape.points.every((point) => some((polygon) => inPolygon(point, polygon))) &&
    shape.lines.every((line) => some((polygon) => lineInPolygon(line, polygon))) &&
    shape.polygons.every((each) => some((polygon) => polygonInPolygon(each, polygon)))
  )
}

/** Whether all corners of a shape lie in a circle. */
export const withinCircle = (shape: Shape, centre: Vector, radians: number): boolean =>
  [...shape.points, ...shape.lines.flat(), ...shape.polygons.flat(2)].every(
    (place) => angle(place, centre) <= radians,
  )

const linesMeetPolygon = (line: readonly Vector[], polygon: Polygon): boolean =>
  line.some((place) => inPolygon(place, polygon)) || touches(edgesOf(line), ringEdges(polygon))

function pointMeets(point: Vector, { points, lines, polygons }: Shape): boolean {
  return (
    points.some((each) => samePlace(each, point)) ||
    lines.some((line) => isOn(point, edgesOf(line))) ||
    polygons.some((polygon) => inPolygon(point, polygon))
  )
}

const polygonsMeet = (a: Polygon, b: Polygon): boolean =>
  linesMeetPolygon(a[0]!, b) || b[0]!.some((place) => inPolygon(place, a))

/** Whether two shapes share at least one place. */
export function intersects(a: Shape, b: Shape): boolean {
  return (
    a.points.some((point) => pointMeets(point, b)) ||
    b.points.some((point) => pointMeets(point, a)) ||
    a.lines.some((line) => b.lines.some((other) => touches(edgesOf(line), edgesOf(other)))) ||
    a.lines.some((line) => b.polygons.some((polygon) => linesMeetPolygon(line, polygon))) ||
    b.lines.some((line) => a.polygons.some((polygon) => linesMeetPolygon(line, polygon))) ||
    a.polygons.some((polygon) => b.polygons.some((other) => polygonsMeet(polygon, other)))
  )
}

/** Radians from a place to the nearest of a shape. */
export function distance(place: Vector, { points, lines, polygons }: Shape): number {
  if (polygons.some((polygon) => inPolygon(place, polygon))) return 0
  const edges = [...lines.flatMap(edgesOf), ...polygons.flatMap(ringEdges)]
  return Math.min(
    ...points.map((point) => angle(place, point)),
    ...edges.map(([a, b]) => angleToEdge(place, a, b)),
  )
}
