import { type Document, isObject } from '../bson'
import { refused } from '../fault'
import { reach } from '../path'
import { compileFilter } from '../query'

/** Conditions that must all hold, one field each; of alternatives (`$or`) each that a document may have met. */
function* conditions(filter: Document): Generator<[string, unknown]> {
  for (const [key, condition] of Object.entries(filter)) {
    if ((key === '$and' || key === '$or') && Array.isArray(condition)) {
      for (const each of condition) yield* conditions(each as Document)
    } else if (!key.startsWith('$')) yield [key, condition]
  }
}

/** Whether one member alone would meet a condition on its array: tried on a document with only that member. */
function firstMember(
  array: unknown[],
  path: string,
  inside: string,
  condition: unknown,
  now: number,
): number {
  const key = inside === '' ? path : `${path}.${inside}`
  const test = compileFilter({ [key]: condition }, now)
  return array.findIndex((member) =>
    test(path.split('.').reduceRight<unknown>((value, step) => ({ [step]: value }), [member]) as Document),
  )
}

/** The member that `$` means: the first that meets the filter's last condition on that array. */
export function matchedMember(document: Document, array: string, filter: Document, now: number): number {
  const members = reach(document, array.split('.'), false).find(Array.isArray) as unknown[] | undefined
  let found = -1
  for (const [path, condition] of conditions(filter)) {
    if (!members || (path !== array && !path.startsWith(`${array}.`))) continue
    const [step = '', ...rest] = path.slice(array.length + 1).split('.')
    // `items.1.n` names its member.
    const isIndex = /^\d+$/.test(step) && rest.length >= 0
    const index = isIndex
      ? Number(step)
      : firstMember(members, array, path.slice(array.length + 1), condition, now)
    if (index >= 0 && !isNegative(condition)) found = index
  }
  if (found < 0) throw refused('The positional operator did not find the match needed from the query.')
  return found
}

const isNegative = (condition: unknown): boolean =>
  isObject(condition) && Object.keys(condition).every((key) => ['$ne', '$nin', '$not'].includes(key))
