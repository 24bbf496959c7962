import { type Document, isObject, typeOf } from './bson'
import { equal, keyOf } from './compare'
import { refused } from './fault'
import { hasType } from './predicates'
import { expression, tester } from './regex'
import { bound, type Check, ofArray, ofObject, ofText, requireSound } from './schema-bounds'

const JSON_TYPES: Record<string, string> = {
  string: 'string',
  object: 'object',
  array: 'array',
  boolean: 'bool',
  null: 'null',
  number: 'number',
}
const SILENT = ['title', 'description', '$comment']

const object = (keyword: string, value: unknown): Document => {
  if (!isObject(value)) throw refused(`$jsonSchema keyword '${keyword}' must be an object`)
  return value
}

const schemas = (keyword: string, value: unknown): Check[] => {
  if (!Array.isArray(value) || value.length === 0) {
    throw refused(`$jsonSchema keyword '${keyword}' must be a non-empty array`)
  }
  return value.map(compileSchema)
}

const names = (keyword: string, value: unknown): string[] => {
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string')) {
    throw refused(`$jsonSchema keyword '${keyword}' must be an array of strings`)
  }
  return value
}

function jsonType(value: unknown): Check {
  const types = (Array.isArray(value) ? value : [value]).map((each) => {
    if (each === 'integer') throw refused("$jsonSchema type 'integer' is not currently supported.")
    const type = JSON_TYPES[each as string]
    if (!type) throw refused(`Unknown type name alias: ${String(each)}`)
    return type
  })
  return hasType(types)
}

function properties(schema: Document): Check {
  const named = Object.entries(object('properties', schema.properties ?? {})).map(
    ([name, each]) => [name, compileSchema(each)] as const,
  )
  const patterns = Object.entries(object('patternProperties', schema.patternProperties ?? {})).map(
    ([pattern, each]) => [expression(pattern), compileSchema(each)] as const,
  )
  const { additionalProperties: others = true } = schema
  const additional: Check = typeof others === 'boolean' ? () => others : compileSchema(others)
  const known = new Set(named.map(([name]) => name))
  return ofObject(
    (value) =>
      named.every(([name, check]) => !Object.hasOwn(value, name) || check(value[name])) &&
      Object.entries(value).every(([name, each]) => {
        const matching = patterns.filter(([pattern]) => pattern.test(name))
        if (matching.length > 0) return matching.every(([, check]) => check(each))
        return known.has(name) || additional(each)
      }),
  )
}

function items({ items: spec, additionalItems: others = true }: Document): Check {
  const additional: Check = typeof others === 'boolean' ? () => others : compileSchema(others)
  if (!Array.isArray(spec)) {
    const check = spec === undefined ? () => true : compileSchema(spec)
    return ofArray((value) => value.every(check))
  }
  const checks = spec.map(compileSchema)
  return ofArray((value) => value.every((each, index) => (checks[index] ?? additional)(each)))
}

function dependencies(spec: Document): Check {
  const checks = Object.entries(spec).map(([name, each]): Check => {
    const check: Check = Array.isArray(each)
      ? ofObject((value) => each.every((other) => Object.hasOwn(value, other)))
      : compileSchema(each)
    return ofObject((value) => !Object.hasOwn(value, name) || check(value))
  })
  return (value) => checks.every((check) => check(value))
}

function keyword(name: string, value: unknown, schema: Document): Check | undefined {
  switch (name) {
    case 'bsonType':
      return hasType(value)
    case 'type':
      return jsonType(value)
    case 'required': {
      const required = names(name, value)
      if (required.length === 0) throw refused("$jsonSchema keyword 'required' cannot be an empty array")
      return ofObject((each) => required.every((field) => Object.hasOwn(each, field)))
    }
    case 'properties':
    case 'patternProperties':
    case 'additionalProperties':
      return properties(schema)
    case 'items':
    case 'additionalItems':
      return items(schema)
    case 'dependencies':
      return dependencies(object(name, value))
    case 'enum': {
      if (!Array.isArray(value) || value.length === 0)
        throw refused("$jsonSchema keyword 'enum' must be a non-empty array")
      return (each) => value.some((allowed) => equal(allowed, each))
    }
    case 'allOf': {
      const checks = schemas(name, value)
      return (each) => checks.every((check) => check(each))
    }
    case 'anyOf': {
      const checks = schemas(name, value)
      return (each) => checks.some((check) => check(each))
    }
    case 'oneOf': {
      const checks = schemas(name, value)
      return (each) => checks.filter((check) => check(each)).length === 1
    }
    case 'not': {
      const check = compileSchema(value)
      return (each) => !check(each)
    }
    case 'pattern': {
      return ofText(tester(expression(String(value))))
    }
    case 'uniqueItems':
      return value === true ? ofArray((each) => new Set(each.map(keyOf)).size === each.length) : undefined
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      if (typeof value !== 'boolean') throw refused(`$jsonSchema keyword '${name}' must be a boolean`)
      return undefined
    default:
      return SILENT.includes(name) ? undefined : bound(name, value, schema)
  }
}

/** A check for a schema as MongoDB understands it: draft 4 with `bsonType`. https://www.mongodb.com/docs/manual/reference/operator/query/jsonSchema/ */
export function compileSchema(schema: unknown): Check {
  if (typeOf(schema) !== 'object') throw refused('$jsonSchema must be an object')
  requireSound(schema as Document)
  const checks = Object.entries(schema as Document).flatMap(
    ([name, value]) => keyword(name, value, schema as Document) ?? [],
  )
  return (value) => checks.every((check) => check(value))
}
