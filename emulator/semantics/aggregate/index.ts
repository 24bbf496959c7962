import { type Document, isObject } from '../bson'
import { refused } from '../fault'
import { stages as known } from './stages'
import type { AggregateContext, Inner } from './types'

export type { AggregateContext } from './types'

/** In the cloud these stages are for administrators or write elsewhere. */
const FORBIDDEN = [
  '$out',
  '$merge',
  '$collStats',
  '$indexStats',
  '$currentOp',
  '$listSessions',
  '$changeStream',
]

function pipe(documents: Iterable<Document>, stages: readonly Document[], inner: Inner): Iterable<Document> {
  if (!Array.isArray(stages)) throw refused('A pipeline must be an array of stages')
  const compiled = stages.map((stage, index) => {
    const [name, ...others] = isObject(stage) ? Object.keys(stage) : []
    if (name === undefined || others.length > 0) {
      throw refused('A pipeline stage specification object must contain exactly one field.')
    }
    if (FORBIDDEN.includes(name)) throw refused(`${name} is not allowed in this context`)
    const make = Object.hasOwn(known, name) ? known[name] : undefined
    if (!make) throw refused(`Unrecognized pipeline stage name: '${name}'`)
    if (name === '$geoNear' && index > 0)
      throw refused('$geoNear is only valid as the first stage in a pipeline.')
    return make(stage[name])
  })
  return compiled.reduce((given, stage) => stage(given, inner), documents)
}

/** Runs an aggregation pipeline; what it is given stays as it is. */
export const run = (
  documents: Iterable<Document>,
  stages: readonly Document[],
  context: AggregateContext,
): Document[] => [
  ...pipe(documents, stages, {
    now: context.now,
    documents: (collection, filter) => context.documents(collection, filter),
    variables: {},
    run: pipe,
  }),
]
