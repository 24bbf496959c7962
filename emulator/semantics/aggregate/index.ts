import { type Document, isObject } from '../bson'
import { refused } from '../fault'
import { stages as known } from './stages'
import type { AggregateContext, Inner, Stage } from './types'
import { checkVariables } from './variables'

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

function compileStage(stage: Document, index: number): Stage {
  const [name, ...others] = isObject(stage) ? Object.keys(stage) : []
  if (name === undefined || others.length > 0) {
    throw refused('A pipeline stage specification object must contain exactly one field.')
  }
  if (FORBIDDEN.includes(name)) throw refused(`${name} is not allowed in this context`)
  const make = Object.hasOwn(known, name) ? known[name] : undefined
  if (!make) throw refused(`Unrecognized pipeline stage name: '${name}'`)
  if (name === '$geoNear' && index > 0) {
    throw refused('$geoNear is only valid as the first stage in a pipeline.')
  }
  return make(stage[name])
}

function compilePipeline(stages: unknown): Stage[] {
  if (!Array.isArray(stages)) throw refused('A pipeline must be an array of stages')
  return stages.map(compileStage)
}

const pipe = (documents: Iterable<Document>, stages: readonly Document[], inner: Inner): Iterable<Document> =>
  compilePipeline(stages).reduce((given, stage) => stage(given, inner), documents)

function innerPipelines({ $lookup, $unionWith, $facet }: Document): unknown[] {
  const pipelines = [$lookup, $unionWith].map((spec) => (isObject(spec) ? spec.pipeline : undefined))
  return [...pipelines, ...(isObject($facet) ? Object.values($facet) : [])].filter(
    (each) => each !== undefined,
  )
}

/** Throws a Fault where a pipeline is not one, whatever documents there are, also inside its lookups. */
export function check(stages: readonly Document[]): void {
  checkStages(stages)
  checkVariables(stages)
}

function checkStages(stages: readonly Document[]): void {
  compilePipeline(stages)
  for (const stage of stages) for (const inner of innerPipelines(stage)) checkStages(inner as Document[])
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
    aggregate: (collection, stages) => context.aggregate(collection, stages),
    variables: {},
    run: pipe,
  }),
]
