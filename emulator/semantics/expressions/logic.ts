import { isNil, isObject, truthy } from '../bson'
import { compare } from '../compare'
import { refused } from '../fault'
import { any, type Evaluate, fieldsOf, type Operator, one, two, variableName } from './scope'

const comparing = (accept: (order: number) => boolean): Operator => two((a, b) => accept(compare(a, b)))

/** `{if, then, else}` or the three in a list; only the branch taken is evaluated. */
const cond: Operator = (operand, compile, name) => {
  if (Array.isArray(operand) && operand.length !== 3) {
    throw refused(`Expression $cond takes exactly 3 arguments. ${operand.length} were passed in.`)
  }
  const fields = Array.isArray(operand)
    ? operand
    : ['if', 'then', 'else'].map(
        (key) => Object.fromEntries(fieldsOf(operand, name, ['if', 'then', 'else'], []))[key],
      )
  const [condition, yes, no] = fields.map(compile) as [Evaluate, Evaluate, Evaluate]
  return (scope) => (truthy(condition(scope)) ? yes(scope) : no(scope))
}

const choose: Operator = (operand, compile, name) => {
  const parts = Object.fromEntries(fieldsOf(operand, name, ['branches'], ['default']))
  if (!Array.isArray(parts.branches)) throw refused("$switch expected an array for 'branches'")
  if (parts.branches.length === 0) throw refused('$switch requires at least one branch.')
  const branches = parts.branches.map((branch) => {
    if (!isObject(branch)) throw refused('$switch expected each branch to be an object')
    const fields = Object.fromEntries(fieldsOf(branch, '$switch branch', ['case', 'then'], []))
    return { test: compile(fields.case), result: compile(fields.then) }
  })
  const otherwise = Object.hasOwn(parts, 'default') ? compile(parts.default) : undefined
  return (scope) => {
    const taken = branches.find(({ test }) => truthy(test(scope)))
    if (taken) return taken.result(scope)
    if (otherwise) return otherwise(scope)
    throw refused('$switch could not find a matching branch for an input, and no default was specified.')
  }
}

const every =
  (wanted: boolean): Operator =>
  (operand, compile) => {
    const evaluates = (Array.isArray(operand) ? operand : [operand]).map(compile)
    return (scope) => evaluates.some((evaluate) => truthy(evaluate(scope)) !== wanted) !== wanted
  }

const bind: Operator = (operand, compile, name) => {
  const parts = Object.fromEntries(fieldsOf(operand, name, ['vars', 'in'], []))
  if (!isObject(parts.vars)) throw refused('invalid parameter: expected an object (vars)')
  const variables = Object.entries(parts.vars).map(
    ([key, value]) => [variableName(key), compile(value)] as const,
  )
  const inside = compile(parts.in)
  return (scope) => {
    const bound = Object.fromEntries(variables.map(([key, evaluate]) => [key, evaluate(scope)]))
    return inside({ ...scope, variables: { ...scope.variables, ...bound } })
  }
}

/** Boolean, comparison and conditional operators, and `$let`. */
export const logic: Record<string, Operator> = {
  $and: every(true),
  $or: every(false),
  $not: one((value) => !truthy(value)),
  $cmp: two(compare),
  $eq: comparing((order) => order === 0),
  $ne: comparing((order) => order !== 0),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
  $cond: cond,
  $ifNull: any((values) => values.find((value) => !isNil(value)) ?? values.at(-1), 2),
  $switch: choose,
  $let: bind,
}
