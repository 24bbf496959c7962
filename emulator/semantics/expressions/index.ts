import { type Document, isObject } from '../bson'
import { refused } from '../fault'
import { resolve } from '../path'
import { arithmetic } from './arithmetic'
import { arrays } from './arrays'
import { dates } from './dates'
import { iteration } from './iteration'
import { logic } from './logic'
import { objects } from './objects'
import type { Evaluate, Operator } from './scope'
import { sets } from './sets'
import { strings } from './strings'
import { summaries } from './summaries'
import { types } from './types'

export type { Evaluate, Scope } from './scope'

const operators = new Map<string, Operator>(
  Object.entries({
    ...arithmetic,
    ...arrays,
    ...dates,
    ...iteration,
    ...logic,
    ...objects,
    ...sets,
    ...strings,
    ...summaries,
    ...types,
    $literal: (operand: unknown) => () => operand,
    $meta: (operand: unknown) => {
      throw refused(`query requires ${String(operand)} metadata, but it is not available`)
    },
  }),
)

function variable(text: string): Evaluate {
  const [name = '', ...steps] = text.split('.')
  const start: Evaluate = (scope) => {
    if (Object.hasOwn(scope.variables, name)) return scope.variables[name]
    switch (name) {
      case 'ROOT':
        return scope.root
      case 'CURRENT':
        return scope.current
      case 'NOW':
        return new Date(scope.now)
      case 'REMOVE':
        return undefined
      case 'DESCEND':
      case 'PRUNE':
      case 'KEEP':
        return name
      default:
        throw refused(`Use of undefined variable: ${name}`)
    }
  }
  return steps.length === 0 ? start : (scope) => resolve(start(scope), steps)
}

function fieldPath(text: string): Evaluate {
  if (text === '$') throw refused("'$' by itself is not a valid FieldPath")
  if (text.startsWith('$$')) return variable(text.slice(2))
  const steps = text.slice(1).split('.')
  if (steps.some((step) => step === '')) throw refused(`FieldPath field names may not be empty: '${text}'`)
  return (scope) => resolve(scope.current, steps)
}

function objectLiteral(expression: Document): Evaluate {
  const fields = Object.entries(expression).map(([key, value]) => {
    if (key.includes('.')) throw refused(`FieldPath field names may not contain '.': ${key}`)
    return [key, compileExpression(value)] as const
  })
  return (scope) => {
    const made: Document = {}
    for (const [key, evaluate] of fields) {
      const value = evaluate(scope)
      if (value !== undefined) made[key] = value
    }
    return made
  }
}

/** An aggregation expression as a function. `undefined` is a value that is not there. */
export function compileExpression(expression: unknown): Evaluate {
  if (typeof expression === 'string' && expression.startsWith('$')) return fieldPath(expression)
  if (Array.isArray(expression)) {
    const members = expression.map(compileExpression)
    return (scope) => members.map((evaluate) => evaluate(scope) ?? null)
  }
  if (!isObject(expression)) return () => expression
  const keys = Object.keys(expression)
  if (!keys[0]?.startsWith('$')) return objectLiteral(expression)
  if (keys.length > 1) {
    throw refused(`an object representing an expression must have exactly one field: ${keys.join(', ')}`)
  }
  const operator = operators.get(keys[0])
  if (!operator) throw refused(`Unrecognized expression '${keys[0]}'`)
  return operator(expression[keys[0]], compileExpression, keys[0])
}
