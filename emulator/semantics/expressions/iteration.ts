import { type Document, isNil, isNumeric, isObject, toNumber, truthy, typeOf } from '../bson'
import { compare } from '../compare'
import { refused } from '../fault'
import { comparator } from '../order'
import { list } from './arrays'
import { type Evaluate, fieldsOf, named, type Operator, type Scope, variableName } from './scope'

const withVariables = (scope: Scope, variables: Record<string, unknown>): Scope => ({
  ...scope,
  variables: { ...scope.variables, ...variables },
})

const parts = (operand: unknown, name: string, required: string[], optional: string[]) =>
  Object.fromEntries(fieldsOf(operand, name, required, optional))

const filter: Operator = (operand, compile, name) => {
  const fields = parts(operand, name, ['input', 'cond'], ['as', 'limit'])
  const [input, test] = [compile(fields.input), compile(fields.cond)]
  const as = variableName(fields.as ?? 'this')
  const most = compile(fields.limit)
  return (scope) => {
    const all = input(scope)
    if (isNil(all)) return null
    const kept = list(all, name, 'input').filter((each) => truthy(test(withVariables(scope, { [as]: each }))))
    const limit = most(scope)
    return isNumeric(limit) ? kept.slice(0, toNumber(limit)) : kept
  }
}

const map: Operator = (operand, compile, name) => {
  const fields = parts(operand, name, ['input', 'in'], ['as'])
  const [input, make] = [compile(fields.input), compile(fields.in)]
  const as = variableName(fields.as ?? 'this')
  return (scope) => {
    const all = input(scope)
    if (isNil(all)) return null
    return list(all, name, 'input').map((each) => make(withVariables(scope, { [as]: each })) ?? null)
  }
}

const reduce: Operator = (operand, compile, name) => {
  const fields = parts(operand, name, ['input', 'initialValue', 'in'], [])
  const [input, initial, step] = [compile(fields.input), compile(fields.initialValue), compile(fields.in)]
  return (scope) => {
    const all = input(scope)
    if (isNil(all)) return null
    return list(all, name, 'input').reduce(
      (value, each) => step(withVariables(scope, { value, this: each })),
      initial(scope),
    )
  }
}

const zip: Operator = (operand, compile, name) => {
  const fields = parts(operand, name, ['inputs'], ['useLongestLength', 'defaults'])
  if (!Array.isArray(fields.inputs) || fields.inputs.length === 0) {
    throw refused('inputs must be an array of expressions')
  }
  const longest = fields.useLongestLength === true
  if (fields.defaults !== undefined && !longest) {
    throw refused('cannot specify defaults unless useLongestLength is true')
  }
  if (fields.defaults !== undefined && !Array.isArray(fields.defaults)) {
    throw refused(`defaults must be an array of expressions, found ${typeOf(fields.defaults)}`)
  }
  if (fields.defaults !== undefined && fields.defaults.length !== fields.inputs.length) {
    throw refused('defaults and inputs must have the same length')
  }
  const inputs: Evaluate[] = fields.inputs.map(compile)
  const defaults = compile(fields.defaults ?? [])
  return (scope) => {
    const all = inputs.map((input) => input(scope))
    if (all.some(isNil)) return null
    const lists = all.map((each) => list(each, name, 'inputs'))
    const lengths = lists.map(({ length }) => length)
    const filler = defaults(scope) as unknown[]
    return Array.from({ length: longest ? Math.max(...lengths) : Math.min(...lengths) }, (_, row) =>
      lists.map((each, column) => (row < each.length ? each[row] : (filler?.[column] ?? null))),
    )
  }
}

const sortArray = named(['input', 'sortBy'], [], ({ input, sortBy }, _, name) => {
  if (isNil(input)) return null
  const all = [...list(input, name, 'input')]
  if (isObject(sortBy)) {
    const order = comparator(sortBy as Record<string, 1 | -1>)
    return all.sort((a, b) => order(a as Document, b as Document))
  }
  return all.sort((a, b) => compare(a, b) * toNumber(sortBy))
})

/** Array operators that evaluate an expression for each member. */
export const iteration: Record<string, Operator> = {
  $filter: filter,
  $map: map,
  $reduce: reduce,
  $zip: zip,
  $sortArray: sortArray,
}
