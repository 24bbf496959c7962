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
  return made(limit(name, value))
}
