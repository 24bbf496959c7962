import { type Document, isNil, isObject, typeOf } from '../bson'
import { keyOf } from '../compare'
import { compileExpression } from '../expressions'
import { variableName } from '../expressions/scope'
import { refused } from '../fault'
import { reach } from '../path'
import { assignPath, onlyOptions } from './paths'
import { evaluate, gather, type Inner, type Stage } from './types'

const named = (spec: Document, key: string): string => {
  const value = spec[key]
  if (typeof value !== 'string' || value === '')
    throw refused(`$lookup argument '${key}' must be a string, found ${typeOf(value)}`)
  return value
}

/** The values by which a document looks for others: each member of the arrays at the path; null where nothing is there. */
export function localValues(document: Document, path: string): unknown[] {
  const there = reach(document, path.split('.'), false).filter((value) => value !== undefined)
  return there.length > 0 ? there.flat() : [null]
}

/** Documents of another collection by what they have at a path; asked for once, for all values. */
function index(
  inner: Inner,
  from: string,
  path: string,
  values: unknown[],
): (wanted: unknown[]) => Document[] {
  const unique = [...new Map(values.map((value) => [keyOf(value ?? null), value ?? null])).values()]
  const isPlain = unique.every((value) => typeOf(value) !== 'regex' && !isObject(value))
  const filter = isPlain ? { [path]: { $in: unique } } : undefined
  const places = new Map<string, number[]>()
  const all: Document[] = []
  if (unique.length === 0) return () => []
  for (const document of inner.documents(from, filter)) {
    const at = all.push(document) - 1
    const keys = new Set(reach(document, path.split('.')).map((value) => keyOf(value ?? null)))
    for (const key of keys) {
      const known = places.get(key)
      if (known) known.push(at)
      else places.set(key, [at])
    }
  }
  return (wanted) => {
    const found = new Set(wanted.flatMap((value) => places.get(keyOf(value ?? null)) ?? []))
    return [...found].sort((a, b) => a - b).map((at) => all[at]!)
  }
}

function byField(spec: Document, stages: Document[] | undefined): Stage {
  const [from, as] = [named(spec, 'from'), named(spec, 'as')]
  const [local, foreign] = [named(spec, 'localField'), named(spec, 'foreignField')]
  const bind = binder(spec.let)
  return gather((documents, inner) => {
    const find = index(
      inner,
      from,
      foreign,
      documents.flatMap((document) => localValues(document, local)),
    )
    return documents.map((document) => {
      const found = find(localValues(document, local))
      const joined = stages ? [...inner.run(found, stages, bind(document, inner))] : found
      return assignPath(document, as, joined)
    })
  })
}

type Bind = (document: Document, inner: Inner) => Inner

function binder(spec: unknown): Bind {
  if (spec !== undefined && !isObject(spec)) throw refused('$lookup argument "let" must be an object')
  const variables = Object.entries(spec ?? {}).map(
    ([name, value]) => [variableName(name), compileExpression(value)] as const,
  )
  return (document, inner) => {
    const bound = variables.map(([name, expression]) => [name, evaluate(expression, document, inner)])
    return { ...inner, variables: { ...inner.variables, ...Object.fromEntries(bound) } }
  }
}

interface Link {
  field: string
  variable: string
}

/** `{$eq: ['$field', '$$variable']}` among what a `$match` requires: it lets the other collection's index be used. */
function linkOf(condition: unknown): Link | undefined {
  if (!isObject(condition)) return undefined
  if (Array.isArray(condition.$and)) return condition.$and.map(linkOf).find(Boolean)
  if (!Array.isArray(condition.$eq)) return undefined
  const texts = condition.$eq.filter((each): each is string => typeof each === 'string')
  const variable = texts.find((each) => /^\$\$[a-z][\w.]*$/.test(each))
  const field = texts.find((each) => /^\$[^$.]+$/.test(each))
  return variable && field ? { field: field.slice(1), variable } : undefined
}

/** Nothing of the document, nor of a lookup around this one, is named in its pipeline. */
const asksTheSame = (spec: Document, { variables }: Inner): boolean =>
  isNil(spec.let) && Object.keys(variables).length === 0

/** With a pipeline: the others are found by an equality of its first `$match` where there is one, else all are looked at. */
function byPipeline(spec: Document, stages: Document[]): Stage {
  const [from, as] = [named(spec, 'from'), named(spec, 'as')]
  const bind = binder(spec.let)
  const match = stages[0]?.$match as Document | undefined
  const link = isNil(spec.let) ? undefined : linkOf(match?.$expr)
  const value = link && compileExpression(link.variable)
  const { $expr: _, ...plain } = match ?? {}
  return gather((documents, inner) => {
    if (asksTheSame(spec, inner)) {
      const same = documents.length > 0 ? [...inner.aggregate(from, stages)] : []
      return documents.map((document) => assignPath(document, as, same))
    }
    const bound = documents.map((document) => bind(document, inner))
    const values = value ? documents.map((document, at) => evaluate(value, document, bound[at]!)) : []
    // A whole array is equal to an array only; an index has its members.
    const isSimple = link && values.every((each) => !Array.isArray(each))
    const find = isSimple ? index(inner, from, link.field, values) : undefined
    let others: Document[] | undefined
    const all = (): Document[] => {
      others ??= [...inner.documents(from, Object.keys(plain).length > 0 ? plain : undefined)]
      return others
    }
    let same: Document[] | undefined
    return documents.map((document, at) => {
      if (isNil(spec.let) && same) return assignPath(document, as, same)
      const candidates = find ? find([values[at]]) : all()
      same = [...inner.run(candidates, stages, bound[at]!)]
      return assignPath(document, as, same)
    })
  })
}

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/lookup/ */
export function lookup(spec: unknown): Stage {
  if (!isObject(spec)) throw refused('the $lookup specification must be an Object')
  onlyOptions(spec, '$lookup', ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'])
  const { pipeline, localField, foreignField } = spec
  if (pipeline !== undefined && !Array.isArray(pipeline))
    throw refused("'pipeline' option must be specified as an array")
  if (localField !== undefined || foreignField !== undefined)
    return byField(spec, pipeline as Document[] | undefined)
  if (!pipeline)
    throw refused(
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    )
  return byPipeline(spec, pipeline as Document[])
}
