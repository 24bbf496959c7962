import { type Document, isObject, isRegExp, show, truthy, typeOf } from './bson'
import { plain } from './commands'
import { compileExpression } from './expressions'
import { refused } from './fault'
import { fieldOperators, type Matcher } from './operators'
import { reach } from './path'
import { equals, matches } from './predicates'
import { compileSchema } from './schema'

export type Test = (document: Document) => boolean

/** What `$expr` may refer to: the time, and variables of a `$lookup` around the filter. */
interface Surroundings {
  now: number
  variables: Readonly<Record<string, unknown>>
}

/** Is this a set of operators (`{$gt: 1}`), or a value to be equal to? */
export const isOperators = (value: unknown): value is Document => {
  if (!isObject(value)) return false
  const first = Object.keys(value)[0]
  return first?.startsWith('$') === true && !['$ref', '$id', '$db'].includes(first)
}

const list = (name: string, value: unknown, around: Surroundings): Test[] => {
  if (!Array.isArray(value)) throw refused(`${name} must be an array`)
  if (value.length === 0) throw refused(`${name} must be a nonempty array`)
  return value.map((each) => {
    if (!isObject(each)) throw refused(`${name} entries need to be full objects`)
    return compile(each, around)
  })
}

/** Nearness is an order too, which alternatives do not have. */
function requireNoNear(value: unknown): void {
  if (Array.isArray(value)) value.forEach(requireNoNear)
  if (!isObject(value)) return
  if (Object.hasOwn(value, '$near') || Object.hasOwn(value, '$nearSphere'))
    throw refused('geo $near must be top-level expr')
  Object.values(value).forEach(requireNoNear)
}

function topLevel(name: string, value: unknown, around: Surroundings): Test {
  switch (name) {
    case '$and': {
      const tests = list(name, value, around)
      return (document) => tests.every((test) => test(document))
    }
    case '$or': {
      requireNoNear(value)
      const tests = list(name, value, around)
      return (document) => tests.some((test) => test(document))
    }
    case '$nor': {
      requireNoNear(value)
      const tests = list(name, value, around)
      return (document) => !tests.some((test) => test(document))
    }
    case '$expr': {
      const evaluate = compileExpression(value)
      return (document) => truthy(evaluate({ root: document, current: document, ...around }))
    }
    case '$jsonSchema':
      return compileSchema(value)
    case '$comment':
      return () => true
    case '$text':
      throw refused('text index required for $text query')
    case '$where':
      throw refused('$where is not allowed in this context')
    default:
      throw refused(`unknown top level operator: ${name}`)
  }
}

/** The test of one field's condition, over what is at its path. */
function conditionOf(given: unknown, around: Surroundings): Matcher {
  const condition = plain(given)
  if (isRegExp(condition) || typeOf(condition) === 'regex') return matches(condition)
  if (!isOperators(condition)) return equals(condition)
  const matchers = fieldOperators(
    condition,
    (each) => conditionOf(each, around),
    (each) => compile(each, around),
  )
  if (matchers.length === 1) return matchers[0]!
  return {
    test: (values, arrays) => matchers.every((each) => each.test(values, arrays)),
    needsArrays: matchers.some((each) => each.needsArrays),
  }
}

function fieldTest(path: string, condition: unknown, around: Surroundings): Test {
  const { test, needsArrays } = conditionOf(condition, around)
  const steps = path.split('.')
  if (needsArrays) return (document) => test(reach(document, steps), reach(document, steps, false))
  if (steps.length > 1) return (document) => test(reach(document, steps), [])
  return (document) => {
    const value = Object.hasOwn(document, path) ? document[path] : undefined
    return test(Array.isArray(value) ? [...value, value] : [value], [])
  }
}

function compile(given: unknown, around: Surroundings): Test {
  const filter = plain(given)
  if (!isObject(filter)) throw refused(`a filter must be an object, not ${show(filter)}`)
  const tests = Object.entries(filter).map(([key, value]) =>
    key.startsWith('$') ? topLevel(key, value, around) : fieldTest(key, value, around),
  )
  if (tests.length === 1) return tests[0]!
  return (document) => tests.every((test) => test(document))
}

/** A predicate for a MongoDB filter. */
export const compileFilter = (
  filter: unknown,
  now: number,
  variables: Surroundings['variables'] = {},
): Test => compile(filter, { now, variables })

/** A predicate for the members of an array, as `$pull` and `$elemMatch` have it. */
export const compileCondition = (condition: unknown, now: number): Matcher =>
  conditionOf(condition, { now, variables: {} })
