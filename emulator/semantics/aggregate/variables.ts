import { type Document, isObject } from '../bson'
import { refused } from '../fault'

type Names = ReadonlySet<string>

const SYSTEM: Names = new Set(['ROOT', 'CURRENT', 'NOW', 'REMOVE', 'DESCEND', 'PRUNE', 'KEEP'])

const plus = (names: Names, more: readonly unknown[]): Names => new Set([...names, ...more.map(String)])

/** What an operator binds for one of its fields; the others see what is around it. */
function bound(operator: string, operand: Document, field: string): readonly unknown[] {
  if (operator === '$let' && field === 'in') return isObject(operand.vars) ? Object.keys(operand.vars) : []
  if (operator === '$map' && field === 'in') return [operand.as ?? 'this']
  if (operator === '$filter' && field === 'cond') return [operand.as ?? 'this']
  return operator === '$reduce' && field === 'in' ? ['value', 'this'] : []
}

function ofExpression(expression: unknown, names: Names): void {
  if (typeof expression === 'string' && expression.startsWith('$$')) {
    const name = expression.slice(2).split('.')[0]!
    if (!names.has(name)) throw refused(`Use of undefined variable: ${name}`)
  }
  if (Array.isArray(expression)) for (const each of expression) ofExpression(each, names)
  if (!isObject(expression)) return
  for (const [key, operand] of Object.entries(expression)) {
    if (key === '$literal') continue
    if (!isObject(operand)) ofExpression(operand, names)
    else
      for (const [field, each] of Object.entries(operand)) {
        // An operator within, or one of this one's fields.
        if (field.startsWith('$')) ofExpression({ [field]: each }, names)
        else ofExpression(each, plus(names, bound(key, operand, field)))
      }
  }
}

/** Only what is in `$expr` is an expression; `'$$x'` elsewhere in a filter is a text. */
function ofFilter(filter: unknown, names: Names): void {
  if (!isObject(filter)) return
  ofExpression(filter.$expr, names)
  for (const branches of [filter.$and, filter.$or, filter.$nor]) {
    if (Array.isArray(branches)) for (const each of branches) ofFilter(each, names)
  }
}

function ofLookup(spec: Document, names: Names): void {
  ofExpression(spec.let, names)
  const inside = isObject(spec.let) ? plus(names, Object.keys(spec.let)) : names
  if (Array.isArray(spec.pipeline)) checkVariables(spec.pipeline as Document[], inside)
}

const EXPRESSIONS = [
  ...['$addFields', '$set', '$project', '$group', '$bucket', '$bucketAuto'],
  ...['$redact', '$replaceRoot', '$replaceWith', '$sortByCount'],
]

/** Throws a Fault where a pipeline names a variable that nothing binds, whatever documents there are. */
export function checkVariables(stages: readonly Document[], names: Names = SYSTEM): void {
  for (const stage of stages) {
    const [name, spec] = Object.entries(stage)[0] ?? []
    if (name === undefined) continue
    if (EXPRESSIONS.includes(name)) ofExpression(spec, names)
    if (name === '$match') ofFilter(spec, names)
    if (!isObject(spec)) continue
    if (name === '$lookup') ofLookup(spec, names)
    if (name === '$graphLookup') ofExpression(spec.startWith, names)
    if (name === '$unionWith') checkVariables((spec.pipeline ?? []) as Document[], names)
    if (name === '$facet') for (const inner of Object.values(spec)) checkVariables(inner as Document[], names)
  }
}
