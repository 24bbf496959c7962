import { type Document, isObject, toNumber } from '../bson'
import { refused } from '../fault'
import { nearest, parseNear } from '../geo/query'
import { storedShape } from '../geo/shapes'
import { reach, resolve } from '../path'
import { compileFilter } from '../query'
import { assignPath } from './paths'
import { gather, type Stage } from './types'

/** The first field that holds a place: there is no index here to say which one is meant. */
const placeField = (documents: readonly Document[]): string | undefined => {
  for (const document of documents) {
    const found = Object.keys(document).find((key) => storedShape(document[key]) !== undefined)
    if (found) return found
  }
  return undefined
}

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/geoNear/ */
export function geoNear(spec: unknown): Stage {
  if (!isObject(spec) || spec.near === undefined) throw refused("$geoNear requires a 'near' option")
  const { near, distanceField, maxDistance, minDistance, includeLocs, key, query, distanceMultiplier } = spec
  if (typeof distanceField !== 'string')
    throw refused("$geoNear requires a 'distanceField' option as a String")
  const limits = { $maxDistance: maxDistance, $minDistance: minDistance }
  const isGeo = isObject(near) && near.type !== undefined
  const operator = isGeo || spec.spherical === true ? '$nearSphere' : '$near'
  const wanted = isGeo
    ? parseNear(operator, { $geometry: near, ...limits }, {})
    : parseNear(operator, near, limits)
  const factor = distanceMultiplier === undefined ? 1 : toNumber(distanceMultiplier)
  return gather((documents, inner) => {
    const test = compileFilter(query ?? {}, inner.now, inner.variables)
    const field = typeof key === 'string' ? key : placeField(documents)
    if (field === undefined) return []
    const found = documents.flatMap((document) => {
      const distance = nearest(wanted, reach(document, field.split('.')))
      return distance !== undefined && wanted.accepts(distance) && test(document)
        ? [{ document, distance }]
        : []
    })
    found.sort((a, b) => a.distance - b.distance)
    const all = found.map(({ document, distance }) => {
      const measured = assignPath(document, distanceField, distance * factor)
      return typeof includeLocs === 'string'
        ? assignPath(measured, includeLocs, resolve(document, field.split('.')))
        : measured
    })
    const most = spec.limit ?? spec.num
    return most === undefined ? all : all.slice(0, toNumber(most))
  })
}
