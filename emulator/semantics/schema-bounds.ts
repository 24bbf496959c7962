import { type Document, isNumeric, isObject, toNumber } from './bson'
import { refused } from './fault'

export type Check = (value: unknown) => boolean

const limit = (keyword: string, value: unknown): number => {
  if (!isNumeric(value)) throw refused(`$jsonSchema keyword '${keyword}' must be a number`)
  return toNumber(value)
}

// A keyword says something about one kind of value and accepts every other.
export const ofObject =
  (check: (value: Document) => boolean): Check =>
  (value) =>
    !isObject(value) || check(value)
export const ofArray =
  (check: (value: unknown[]) => boolean): Check =>
  (value) =>
    !Array.isArray(value) || check(value)
export const ofText =
  (check: (value: string) => boolean): Check =>
  (value) =>
    typeof value !== 'string' || check(value)
export const ofNumber =
  (check: (value: number) => boolean): Check =>
  (value) =>
    !isNumeric(value) || check(toNumber(value))

const isMultiple = (value: number, of: number): boolean => {
  const rest = Math.abs(value / of - Math.round(value / of))
  return rest < 1e-9
}

const UNSUPPORTED = ['$ref', '$schema', 'default', 'definitions', 'format', 'id']

/** Refuses keywords that MongoDB does not have, or not together. */
export function requireSound(schema: Document): void {
  const has = (name: string) => Object.hasOwn(schema, name)
  const strange = UNSUPPORTED.find(has)
  if (strange) throw refused(`$jsonSchema keyword '${strange}' is not currently supported`)
  if (has('type') && has('bsonType'))
    throw refused("Cannot specify both $jsonSchema keywords 'type' and 'bsonType'")
  for (const [name, needed] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (has(name) && !has(needed))
      throw refused(`$jsonSchema keyword '${needed}' must be a present if ${name} is present`)
  }
}

/** Keywords that hold a value between bounds. */
export function bound(name: string, value: unknown, schema: Document): Check {
  const bounds: Record<string, (n: number) => Check> = {
    minimum: (n) => ofNumber((each) => (schema.exclusiveMinimum === true ? each > n : each >= n)),
    maximum: (n) => ofNumber((each) => (schema.exclusiveMaximum === true ? each < n : each <= n)),
    multipleOf: (n) => ofNumber((each) => isMultiple(each, n)),
    minLength: (n) => ofText((each) => [...each].length >= n),
    maxLength: (n) => ofText((each) => [...each].length <= n),
    minItems: (n) => ofArray((each) => each.length >= n),
    maxItems: (n) => ofArray((each) => each.length <= n),
    minProperties: (n) => ofObject((each) => Object.keys(each).length >= n),
    maxProperties: (n) => ofObject((each) => Object.keys(each).length <= n),
  }
  const made = bounds[name]
  if (!made) throw refused(`Unknown $jsonSchema keyword: ${name}`)
  if (/^(?:min|max)[A-Z]/.test(name) && limit(name, value) < 0)
    throw refused(`$jsonSchema keyword '${name}' must be a non-negative number`)
  return made(limit(name, value))
}
