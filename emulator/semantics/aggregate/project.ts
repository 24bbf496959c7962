import { type Document, isNumeric, isObject, toNumber } from '../bson'
import { compileExpression, type Evaluate } from '../expressions'
import { refused } from '../fault'
import { checkPath } from './paths'
import { each, type Inner, type Stage, scopeOf } from './types'

/** What becomes of a field: kept, dropped, computed, or something of each inside it. */
export type Plan = true | false | Evaluate | Map<string, Plan>

const isKeep = (value: unknown): value is boolean | number => typeof value === 'boolean' || isNumeric(value)

function place(plan: Map<string, Plan>, path: string, leaf: Exclude<Plan, Map<string, Plan>>): void {
  const steps = path.split('.')
  const last = steps.pop()!
  let at = plan
  for (const step of steps) {
    const inside = at.get(step) ?? new Map<string, Plan>()
    if (!(inside instanceof Map)) throw refused(`Invalid $project :: caused by :: Path collision at ${path}`)
    at.set(step, inside)
    at = inside
  }
  if (at.has(last)) throw refused(`Invalid $project :: caused by :: Path collision at ${path}`)
  at.set(last, leaf)
}

/** Nested objects of a specification as dotted paths; an operator object is an expression. */
export function* leaves(spec: Document, prefix = ''): Generator<[string, unknown]> {
  for (const [key, value] of Object.entries(spec)) {
    checkPath(key)
    const path = prefix + key
    const isNested =
      isObject(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]!.startsWith('$')
    if (isNested) yield* leaves(value, `${path}.`)
    else yield [path, value]
  }
}

/** Keeps, drops and computes; through arrays, for each of their members. */
export function apply(
  value: unknown,
  plan: Map<string, Plan>,
  keepsOthers: boolean,
  compute: (of: Evaluate) => unknown,
): unknown {
  if (Array.isArray(value)) {
    const members = value.map((member) => apply(member, plan, keepsOthers, compute))
    return members.filter((member) => member !== undefined)
  }
  if (!isObject(value)) {
    const isComputed = [...plan.values()].some((leaf) => typeof leaf !== 'boolean')
    if (!isComputed) return keepsOthers ? value : undefined
    return apply({}, plan, keepsOthers, compute)
  }
  const made: Document = {}
  for (const [key, inside] of Object.entries(value)) {
    const leaf = plan.get(key)
    if (leaf === undefined ? keepsOthers : leaf === true) made[key] = inside
    else if (leaf instanceof Map) assign(made, key, apply(inside, leaf, keepsOthers, compute))
    // Overwritten in place below.
    else if (typeof leaf === 'function' && keepsOthers) made[key] = inside
  }
  for (const [key, leaf] of plan) {
    if (typeof leaf === 'function') assign(made, key, compute(leaf))
    else if (leaf instanceof Map && !Object.hasOwn(value, key)) {
      const inside = apply({}, leaf, keepsOthers, compute)
      if (Object.keys(inside as Document).length > 0) made[key] = inside
    }
  }
  return made
}

function assign(target: Document, key: string, value: unknown): void {
  if (value === undefined) delete target[key]
  else target[key] = value
}

const run = (plan: Map<string, Plan>, keepsOthers: boolean, document: Document, inner: Inner): Document => {
  const scope = scopeOf(document, inner)
  return apply(document, plan, keepsOthers, (expression) => expression(scope)) as Document
}

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/project/ */
export function project(spec: unknown): Stage {
  if (!isObject(spec)) throw refused('$project specification must be an object')
  const all = [...leaves(spec)]
  if (all.length === 0)
    throw refused('Invalid $project :: caused by :: projection specification must have at least one field')
  const drops = ([path, value]: [string, unknown]) =>
    path !== '_id' && isKeep(value) && toKeep(value) === false
  const excludes =
    all.some(drops) || (all.length === 1 && all[0]![0] === '_id' && toKeepOf(all[0]![1]) === false)
  const plan = new Map<string, Plan>()
  for (const [path, value] of all) {
    const keep = isKeep(value) ? toKeep(value) : undefined
    if (path !== '_id' && excludes && keep !== false) {
      throw refused(
        `Invalid $project :: caused by :: Cannot do inclusion on field ${path} in exclusion projection`,
      )
    }
    if (path === '_id' && excludes && keep === true) continue
    place(plan, path, keep ?? compileExpression(value))
  }
  if (!excludes && !plan.has('_id')) plan.set('_id', true)
  return each((document, inner) => [run(plan, excludes, document, inner)])
}

const toKeep = (value: boolean | number): boolean =>
  typeof value === 'boolean' ? value : toNumber(value) !== 0
const toKeepOf = (value: unknown): boolean | undefined => (isKeep(value) ? toKeep(value) : undefined)

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/addFields/ */
export function addFields(spec: unknown): Stage {
  if (!isObject(spec)) throw refused('$addFields specification stage must be an object')
  if (Object.keys(spec).length === 0)
    throw refused('Invalid $addFields :: caused by :: specification must have at least one field')
  const plan = new Map<string, Plan>()
  for (const [path, value] of leaves(spec)) place(plan, path, compileExpression(value))
  return each((document, inner) => [run(plan, true, document, inner)])
}

export function unset(spec: unknown): Stage {
  const paths = Array.isArray(spec) ? spec : [spec]
  if (paths.length === 0 || paths.some((path) => typeof path !== 'string')) {
    throw refused('$unset specification must be a string or an array of strings')
  }
  return project(Object.fromEntries(paths.map((path) => [path, 0])))
}
