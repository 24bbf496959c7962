import { type Document, isNumeric, isObject, show, toNumber } from '../bson'
import { refused } from '../fault'
import { comparator } from '../order'
import { compileFilter } from '../query'
import { bucketAuto } from './bucket-auto'
import { geoNear } from './geo-near'
import { graphLookup } from './graph-lookup'
import { bucket, group, sortByCount } from './group'
import { lookup } from './lookup'
import { addFields, project, unset } from './project'
import { redact } from './redact'
import { replaceRoot, unwind } from './reshape'
import { each, gather, type Stage } from './types'

const whole = (stage: string, value: unknown, least: number): number => {
  const number = toNumber(value)
  if (!isNumeric(value) || !Number.isInteger(number) || number < least) {
    throw refused(
      `invalid argument to ${stage} stage: ${show(value)} is not ${least > 0 ? 'a positive' : 'a non-negative'} number`,
    )
  }
  return number
}

function match(spec: unknown): Stage {
  if (!isObject(spec)) throw refused('the match filter must be an expression in an object')
  // Compiled here too, so that a bad filter is refused though no document comes by.
  compileFilter(spec, 0)
  return function* (documents, inner) {
    const test = compileFilter(spec, inner.now, inner.variables)
    for (const document of documents) if (test(document)) yield document
  }
}

function limit(spec: unknown): Stage {
  const most = whole('$limit', spec, 1)
  return function* (documents) {
    let taken = 0
    for (const document of documents) {
      yield document
      if (++taken >= most) return
    }
  }
}

function skip(spec: unknown): Stage {
  const count = whole('$skip', spec, 0)
  return each((document, _, index) => (index < count ? [] : [document]))
}

function sort(spec: unknown): Stage {
  if (!isObject(spec)) throw refused('the $sort key specification must be an object')
  const entries = Object.entries(spec)
  if (entries.length === 0) throw refused('$sort stage must have at least one sort key')
  const bad = entries.find(([, direction]) => ![1, -1].includes(toNumber(direction)))
  if (bad) throw refused('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
  const order = comparator(spec as Record<string, 1 | -1>)
  return gather((documents) => documents.sort(order))
}

function count(spec: unknown): Stage {
  if (typeof spec !== 'string' || spec === '') throw refused('the count field must be a non-empty string')
  if (spec.startsWith('$') || spec.includes('.'))
    throw refused("the count field cannot be a $-prefixed path or contain '.'")
  return gather((documents) => (documents.length > 0 ? [{ [spec]: documents.length }] : []))
}

function sample(spec: unknown): Stage {
  if (!isObject(spec) || spec.size === undefined) throw refused('$sample stage must specify a size')
  const size = whole('$sample', spec.size, 0)
  return gather((documents) => {
    const taken = Math.min(size, documents.length)
    for (let at = 0; at < taken; at++) {
      const other = at + Math.floor(Math.random() * (documents.length - at))
      ;[documents[at], documents[other]] = [documents[other]!, documents[at]!]
    }
    return documents.slice(0, taken)
  })
}

function facet(spec: unknown): Stage {
  if (!isObject(spec) || Object.keys(spec).length === 0)
    throw refused('the $facet specification must be a non-empty object')
  return gather((documents, inner) => [
    Object.fromEntries(
      Object.entries(spec).map(([name, stages]) => [
        name,
        [...inner.run(documents, stages as Document[], inner)],
      ]),
    ),
  ])
}

function unionWith(spec: unknown): Stage {
  const { coll, pipeline = [] } = (isObject(spec) ? spec : { coll: spec }) as Record<string, unknown>
  if (typeof coll !== 'string') throw refused('$unionWith needs the name of a collection')
  return function* (documents, inner) {
    yield* documents
    // Nothing of a lookup around it can be named there: an index of the other collection may serve.
    if (Object.keys(inner.variables).length === 0) yield* inner.aggregate(coll, pipeline as Document[])
    else yield* inner.run(inner.documents(coll), pipeline as Document[], inner)
  }
}

export const stages: Record<string, (spec: unknown) => Stage> = {
  $addFields: addFields,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $count: count,
  $facet: facet,
  $geoNear: geoNear,
  $graphLookup: graphLookup,
  $group: group,
  $limit: limit,
  $lookup: lookup,
  $match: match,
  $project: project,
  $redact: redact,
  $replaceRoot: (spec) => {
    if (!isObject(spec) || spec.newRoot === undefined)
      throw refused('no newRoot specified for the $replaceRoot stage')
    return replaceRoot(spec.newRoot)
  },
  $replaceWith: replaceRoot,
  $sample: sample,
  $set: addFields,
  $skip: skip,
  $sort: sort,
  $sortByCount: sortByCount,
  $unionWith: unionWith,
  $unset: unset,
  $unwind: unwind,
}
