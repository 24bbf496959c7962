import { type Document, isNil, isObject, typeOf } from '../bson'
import { refused } from '../fault'
import { any, type Operator, one } from './scope'

/** Objects into one, the later winning; what is null adds nothing. */
export function mergeObjects(values: readonly unknown[]): Document {
  const merged: Document = {}
  for (const value of values) {
    if (isNil(value)) continue
    if (!isObject(value))
      throw refused(`$mergeObjects requires object inputs, but input is of type ${typeOf(value)}`)
    Object.assign(merged, value)
  }
  return merged
}

const nameOf = (value: unknown, operator: string): string => {
  if (typeof value !== 'string') throw refused(`${operator} requires 'field' to evaluate to a string`)
  return value
}

const getField: Operator = (operand, compile, name) => {
  const { field, input } = isObject(operand) ? (operand as Document) : { field: operand, input: '$$CURRENT' }
  const [key, source] = [compile(field), compile(input)]
  return (scope) => {
    const value = source(scope)
    const at = nameOf(key(scope), name)
    return isObject(value) && Object.hasOwn(value, at) ? value[at] : undefined
  }
}

const setField: Operator = (operand, compile, name) => {
  const { field, input, value } = operand as Document
  const [key, source, made] = [compile(field), compile(input), compile(value)]
  return (scope) => {
    const before = source(scope)
    if (isNil(before)) return null
    const after = { ...(before as Document) }
    const [at, to] = [nameOf(key(scope), name), name === '$unsetField' ? undefined : made(scope)]
    if (to === undefined) delete after[at]
    else after[at] = to
    return after
  }
}

export const objects: Record<string, Operator> = {
  $mergeObjects: any(mergeObjects),
  $objectToArray: one((value) => {
    if (isNil(value)) return null
    if (!isObject(value)) throw refused(`$objectToArray requires a document input, found: ${typeOf(value)}`)
    return Object.entries(value).map(([k, v]) => ({ k, v }))
  }),
  $getField: getField,
  $setField: setField,
  $unsetField: setField,
}
