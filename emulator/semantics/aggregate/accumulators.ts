import { type Document, isNil, isNumeric, isObject, toNumber } from '../bson'
import { compare } from '../compare'
import { compileExpression } from '../expressions'
import { mergeObjects } from '../expressions/objects'
import { unique } from '../expressions/sets'
import { summarise } from '../expressions/summaries'
import { refused } from '../fault'
import { comparator } from '../order'
import { evaluate, type Inner } from './types'

type Accumulate = (documents: readonly Document[], inner: Inner) => unknown

const present = (values: readonly unknown[]): unknown[] => values.filter((value) => value !== undefined)

const ofValues: Record<string, (values: readonly unknown[]) => unknown> = {
  ...summarise,
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  // A field that is not there adds nothing; null does.
  $push: present,
  $addToSet: (values) => [...unique(present(values))],
  $mergeObjects: mergeObjects,
}

const sorted = (values: readonly unknown[], direction: 1 | -1): unknown[] =>
  values.filter((value) => !isNil(value)).sort((a, b) => compare(a, b) * direction)

const ofFirst: Record<string, (values: readonly unknown[], n: number) => unknown[]> = {
  $firstN: (values, n) => values.slice(0, n).map((value) => value ?? null),
  $lastN: (values, n) => values.slice(-n).map((value) => value ?? null),
  $minN: (values, n) => sorted(values, 1).slice(0, n),
  $maxN: (values, n) => sorted(values, -1).slice(0, n),
}

const count = (value: unknown, name: string): number => {
  if (!isNumeric(value) || toNumber(value) < 1) throw refused(`'n' of ${name} must be greater than 0`)
  return toNumber(value)
}

/** `$top`, `$bottom` and the like: the output of the first or last by an order of their own. */
function ofOrder(name: string, operand: Document): Accumulate {
  const order = comparator((operand.sortBy ?? {}) as Record<string, 1 | -1>)
  const output = compileExpression(operand.output)
  const several = name.endsWith('N')
  const n = several ? count(operand.n, name) : 1
  return (documents, inner) => {
    const all = [...documents].sort(order)
    const taken = name.startsWith('$top') ? all.slice(0, n) : all.slice(-n)
    const values = taken.map((document) => evaluate(output, document, inner) ?? null)
    return several ? values : values[0]
  }
}

/** One field of a group: `{$sum: '$n'}`. */
export function compileAccumulator(field: string, spec: unknown): Accumulate {
  const [name, ...others] = isObject(spec) ? Object.keys(spec) : []
  if (name === undefined || !name.startsWith('$')) {
    throw refused(`The field '${field}' must be an accumulator object`)
  }
  if (others.length > 0) throw refused(`The field '${field}' must specify one accumulator`)
  const operand = (spec as Document)[name]
  if (Array.isArray(operand) && operand.length !== 1) {
    throw refused(`The ${name} accumulator is a unary operator`)
  }
  if (name === '$count') return (documents) => documents.length
  if (['$top', '$topN', '$bottom', '$bottomN'].includes(name)) return ofOrder(name, operand as Document)
  const few = ofFirst[name]
  if (few) {
    const { input, n } = operand as Document
    const [expression, most] = [compileExpression(input), count(n, name)]
    return (documents, inner) =>
      few(
        documents.map((document) => evaluate(expression, document, inner)),
        most,
      )
  }
  const summary = ofValues[name]
  if (!summary) throw refused(`unknown group operator '${name}'`)
  const expression = compileExpression(operand)
  return (documents, inner) => summary(documents.map((document) => evaluate(expression, document, inner)))
}

/** The fields of a group, of what it was given. */
export function compileFields(spec: Document): Accumulate {
  const fields = Object.entries(spec).map(([field, each]) => {
    if (field.startsWith('$')) throw refused(`The field name '${field}' cannot be an operator name`)
    if (field.includes('.')) throw refused(`The field name '${field}' cannot contain '.'`)
    return [field, compileAccumulator(field, each)] as const
  })
  return (documents, inner) =>
    Object.fromEntries(fields.map(([field, accumulate]) => [field, accumulate(documents, inner)]))
}
