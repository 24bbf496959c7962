import { bits } from './bits'
import { type Document, isObject, isRegExp, typeOf } from './bson'
import { plain } from './commands'
import { refused } from './fault'
import { compileGeo } from './geo/query'
import {
  compares,
  equals,
  exists,
  hasSize,
  hasType,
  isIn,
  type Matcher,
  matches,
  modulo,
  negate,
} from './predicates'

export type { Matcher } from './predicates'

type CompileCondition = (condition: unknown) => Matcher
type CompileFilter = (filter: Document) => (document: Document) => boolean

const isOperator = (key: string): boolean => key.startsWith('$')
const LOGICAL = ['$and', '$or', '$nor', '$where', '$expr']

/** `$elemMatch`: one member that meets every condition, as a value (`{$gt: 1}`) or as an object (`{a: 1}`). */
function elemMatch(given: unknown, condition: CompileCondition, filter: CompileFilter): Matcher {
  const operand = plain(given)
  if (!isObject(operand)) throw refused('$elemMatch needs an Object')
  const first = Object.keys(operand)[0]
  const test: (member: unknown) => boolean =
    first !== undefined && isOperator(first) && !LOGICAL.includes(first)
      ? ofValue(condition(operand))
      : ofObject(filter(operand))
  return {
    needsArrays: true,
    test: (_, arrays) => arrays.some((each) => Array.isArray(each) && each.some(test)),
  }
}

/** A member that is an array is not looked into. */
const ofValue = (matcher: Matcher) => (member: unknown) => matcher.test([member], [member])

const ofObject = (test: (document: Document) => boolean) => (member: unknown) =>
  Array.isArray(member) ? test({ ...member } as unknown as Document) : isObject(member) && test(member)

function all(operand: unknown, condition: CompileCondition): Matcher {
  if (!Array.isArray(operand)) throw refused('$all needs an array')
  const matchers = operand.map((each) => {
    if (typeOf(each) === 'regex') return matches(each)
    const first = isObject(each) ? Object.keys(each)[0] : undefined
    if (first === undefined || !isOperator(first)) return equals(each)
    if (first !== '$elemMatch') throw refused('no $ expressions in $all')
    return condition(each)
  })
  return {
    needsArrays: matchers.some((each) => each.needsArrays),
    test: (values, arrays) => matchers.length > 0 && matchers.every((each) => each.test(values, arrays)),
  }
}

function not(operand: unknown, condition: CompileCondition): Matcher {
  if (isRegExp(operand) || typeOf(operand) === 'regex') return negate(matches(operand))
  if (!isObject(operand)) throw refused('$not needs a regex or a document')
  const keys = Object.keys(operand)
  if (keys.length === 0) throw refused('$not cannot be empty')
  if (!isOperator(keys[0]!)) throw refused(`unknown operator: ${keys[0]}`)
  return negate(condition(operand))
}

function regex({ $regex, $options }: Document): Matcher {
  if ($regex === undefined) throw refused('$options needs a $regex')
  if ($options !== undefined && typeof $options !== 'string') throw refused('$options has to be a string')
  return matches($regex, $options)
}

/** The conditions of one field, `{$gt: 1, $lt: 5}`, all of which must hold. */
export function fieldOperators(
  condition: Document,
  compileCondition: CompileCondition,
  compileFilter: CompileFilter,
): Matcher[] {
  const compile = (operator: string, operand: unknown): Matcher | undefined => {
    switch (operator) {
      case '$eq':
        return equals(operand)
      case '$ne':
        if (typeOf(operand) === 'regex') throw refused("Can't have regex as arg to $ne.")
        return negate(equals(operand))
      case '$gt':
      case '$gte':
      case '$lt':
      case '$lte':
        return compares(operator, operand)
      case '$in':
        return isIn(operator, operand)
      case '$nin':
        return negate(isIn(operator, operand))
      case '$exists':
        return exists(Boolean(operand))
      case '$type': {
        const test = hasType(operand)
        return { test: (values) => values.some(test) }
      }
      case '$mod':
        return modulo(operand)
      case '$size':
        return hasSize(operand)
      case '$all':
        return all(operand, compileCondition)
      case '$elemMatch':
        return elemMatch(operand, compileCondition, compileFilter)
      case '$not':
        return not(operand, compileCondition)
      case '$regex':
        return regex(condition)
      case '$options':
        return condition.$regex === undefined ? regex(condition) : undefined
      case '$comment':
      case '$maxDistance':
      case '$minDistance':
        return undefined
      case '$bitsAllSet':
      case '$bitsAllClear':
      case '$bitsAnySet':
      case '$bitsAnyClear':
        return bits(operator, operand)
      case '$geoWithin':
      case '$within':
      case '$geoIntersects':
      case '$near':
      case '$nearSphere':
        return compileGeo(operator, operand, condition)
      default:
        throw refused(`unknown operator: ${operator}`)
    }
  }
  return Object.entries(condition).flatMap(([operator, operand]) => compile(operator, operand) ?? [])
}
