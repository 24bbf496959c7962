import { apply, leaves, type Plan } from './aggregate/project'
import { type Document, isNumeric, isObject, toNumber, truthy } from './bson'
import { plain } from './commands'
import { compileExpression } from './expressions'
import { refused } from './fault'
import { compileCondition, compileFilter, isOperators } from './query'
import { matchedMember } from './update/positional'

const OPERATORS = ['$slice', '$elemMatch', '$meta']

/** `$slice: n` from the beginning or the end, `[skip, n]` from a position. */
function slice(value: unknown, operand: unknown): unknown {
  if (!Array.isArray(value)) return value
  const [first, second] = (Array.isArray(operand) ? operand : [operand]).map(toNumber)
  if (!Number.isInteger(first) || (Array.isArray(operand) && !Number.isInteger(second))) {
    throw refused('$slice only supports numbers and [skip, limit] arrays')
  }
  if (second === undefined) return first! >= 0 ? value.slice(0, first) : value.slice(first)
  if (second <= 0) throw refused('First argument to $slice must be positive')
  const start = first! >= 0 ? first! : Math.max(0, value.length + first!)
  return value.slice(start, start + second)
}

function firstMatch(value: unknown, given: unknown): unknown {
  if (!Array.isArray(value)) return undefined
  const operand = plain(given)
  if (!isObject(operand)) throw refused('elemMatch: Invalid argument, object required')
  const test = memberTest(operand)
  const found = value.find(test)
  return found === undefined ? undefined : [found]
}

const memberTest = (operand: Document): ((member: unknown) => boolean) => {
  if (isOperators(operand)) {
    const matcher = compileCondition(operand, 0)
    return (member) => matcher.test([member], [member])
  }
  const test = compileFilter(operand, 0)
  return (member) => isObject(member) && test(member)
}

interface Spec {
  keeps: [string, boolean][]
  /** Arrays of which only the member that the filter matched is shown (`scores.$`). */
  positional: string[]
  special: [string, Document][]
  computed: [string, unknown][]
}

function sortOut(projection: Document): Spec {
  const spec: Spec = { keeps: [], positional: [], special: [], computed: [] }
  const isPositional = ([path, value]: [string, unknown]) => path.endsWith('.$') && truthy(value)
  for (const [path] of Object.entries(projection).filter(isPositional)) {
    spec.positional.push(path.slice(0, -2))
    spec.keeps.push([path.slice(0, -2), true])
  }
  const others = Object.entries(projection).filter((each) => !isPositional(each))
  for (const [path, value] of leaves(Object.fromEntries(others))) {
    if (typeof value === 'boolean' || isNumeric(value)) {
      spec.keeps.push([path, typeof value === 'boolean' ? value : toNumber(value) !== 0])
    } else if (isObject(value) && OPERATORS.includes(Object.keys(value)[0] ?? ''))
      spec.special.push([path, value])
    else spec.computed.push([path, value])
  }
  return spec
}

function place(plan: Map<string, Plan>, path: string, leaf: Plan): void {
  const [step = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    if (plan.has(step)) throw refused(`Path collision at ${path}`)
    plan.set(step, leaf)
    return
  }
  const inside = plan.get(step) ?? new Map<string, Plan>()
  if (!(inside instanceof Map)) throw refused(`Path collision at ${path}`)
  plan.set(step, inside)
  place(inside, rest.join('.'), leaf)
}

/** Changes what is at a path, for each member of arrays on the way; the document itself stays. */
function at(value: unknown, steps: readonly string[], change: (value: unknown) => unknown): unknown {
  if (steps.length === 0) return change(value)
  if (Array.isArray(value)) return value.map((member) => at(member, steps, change))
  const [step = '', ...rest] = steps
  if (!isObject(value) || !Object.hasOwn(value, step)) return value
  const next = at(value[step], rest, change)
  const made = { ...value }
  if (next === undefined) delete made[step]
  else made[step] = next
  return made
}

function special(document: Document, [path, operator]: [string, Document]): Document {
  const [name, operand] = Object.entries(operator)[0]!
  if (name === '$meta') throw refused(`query requires ${String(operand)} metadata, but it is not available`)
  if (name === '$elemMatch' && path.includes('.'))
    throw refused('Cannot use $elemMatch projection on a nested field.')
  const change = name === '$slice' ? slice : firstMatch
  return at(document, path.split('.'), (value) => change(value, operand)) as Document
}

/** `scores.$`: https://www.mongodb.com/docs/manual/reference/operator/projection/positional/ */
function onlyMatched(shown: Document, path: string, document: Document, filter: Document): Document {
  const pick = (value: unknown) =>
    Array.isArray(value) && value.length > 0 ? [value[matchedMember(document, path, filter, 0)]] : value
  return at(shown, path.split('.'), pick) as Document
}

type Show = (document: Document, filter: Document) => Document

const compiled = new WeakMap<Document, Show>()

function compile(projection: Document): Show {
  const { keeps, positional, special: specials, computed } = sortOut(projection)
  if (positional.length > 1) throw refused('Cannot specify more than one positional proj. per query.')
  const others = keeps.filter(([path]) => path !== '_id')
  const included = others.filter(([, keep]) => keep)
  const excluded = others.filter(([, keep]) => !keep)
  if (included.length > 0 && excluded.length > 0) {
    throw refused(`Cannot do exclusion on field ${excluded[0]![0]} in inclusion projection`)
  }
  const id = keeps.find(([path]) => path === '_id')?.[1]
  const picks = specials.some(([, each]) => '$elemMatch' in each) || computed.length > 0
  const includes = included.length > 0 || (excluded.length === 0 && (picks || id === true))
  const plan = new Map<string, Plan>()
  for (const [path, keep] of others) place(plan, path, keep)
  if (includes) {
    for (const [path] of specials) place(plan, path, true)
    for (const [path, value] of computed) place(plan, path, compileExpression(value))
    if (id !== false) plan.set('_id', true)
  } else if (id === false) plan.set('_id', false)
  return (document, filter) => {
    const scope = { root: document, current: document, now: 0, variables: {} }
    const shown = apply(document, plan, !includes, (expression) => expression(scope)) as Document
    const picked = positional.reduce((made, path) => onlyMatched(made, path, document, filter), shown)
    return specials.reduce(special, picked)
  }
}

/**
 * The document as a projection shows it, as a new object; the filter that found it says which member `$` means.
 * https://www.mongodb.com/docs/manual/tutorial/project-fields-from-query-results/
 */
export function project(document: Document, projection?: Document, filter: Document = {}): Document {
  if (!projection || Object.keys(projection).length === 0) return document
  const show = compiled.get(projection) ?? compile(projection)
  compiled.set(projection, show)
  return show(document, filter)
}
