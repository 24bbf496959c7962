import { type Document, isObject } from './bson'

const isIndex = (step: string | undefined): boolean => step !== undefined && /^(0|[1-9]\d*)$/.test(step)

/**
 * Every value a query looks at for a path, as MongoDB's matcher walks it: through arrays on the way, by
 * position where a step is a number, then the members of an array at the end and that array itself.
 * `undefined` stands for a field that is not there.
 */
export function reach(document: Document, steps: readonly string[], members = true): unknown[] {
  const found: unknown[] = []
  walk(document, steps, 0, members, found)
  return found
}

function walk(
  object: Document,
  steps: readonly string[],
  at: number,
  members: boolean,
  found: unknown[],
): void {
  const value = Object.hasOwn(object, steps[at]!) ? object[steps[at]!] : undefined
  const last = at === steps.length - 1
  if (Array.isArray(value)) {
    if (last) pushLeaf(value, members, found)
    else walkArray(value, steps, at + 1, members, found)
  } else if (last) found.push(value)
  else if (isObject(value)) walk(value, steps, at + 1, members, found)
  else found.push(undefined)
}

function pushLeaf(array: unknown[], members: boolean, found: unknown[]): void {
  if (members) found.push(...array)
  found.push(array)
}

function walkArray(
  array: unknown[],
  steps: readonly string[],
  at: number,
  members: boolean,
  found: unknown[],
): void {
  const position = isIndex(steps[at]) ? Number(steps[at]) : -1
  array.forEach((each, index) => {
    if (isObject(each)) walk(each, steps, at, members, found)
    if (index !== position) return
    if (at === steps.length - 1) found.push(each)
    else if (isObject(each)) walk(each, steps, at + 1, members, found)
    else if (Array.isArray(each)) walkArray(each, steps, at + 1, members, found)
  })
}

/** A field path of an expression: arrays on the way give the array of what the objects in them have; an array in an array is passed over. */
export function resolve(value: unknown, steps: readonly string[], at = 0): unknown {
  if (at === steps.length) return value
  if (Array.isArray(value)) {
    return value.filter(isObject).flatMap((each) => {
      const found = resolve(each, steps, at)
      return found === undefined ? [] : [found]
    })
  }
  if (!isObject(value) || !Object.hasOwn(value, steps[at]!)) return undefined
  return resolve(value[steps[at]!], steps, at + 1)
}
