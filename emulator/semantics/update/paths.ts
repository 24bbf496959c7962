import { type Document, isObject, show, typeOf } from '../bson'
import { refused } from '../fault'

type Container = Document | unknown[]

/** A place in a document that an operator may read and write. */
export interface Place {
  path: string
  has: boolean
  value: unknown
  set(value: unknown): void
  /** Takes a field away; a member of an array becomes null. */
  remove(): void
}

// More than this many nulls before a member are refused, as in MongoDB.
const MOST_PADDING = 1_500_000

const REFERENCE = ['$ref', '$id', '$db']

const isContainer = (value: unknown): value is Container => Array.isArray(value) || isObject(value)

const cannotCreate = (step: string, name: string, value: unknown) =>
  refused(`Cannot create field '${step}' in element {${name}: ${show(value)}}`)

function indexOf(array: unknown[], step: string, name: string): number {
  const index = /^(0|[1-9]\d*)$/.test(step) ? Number(step) : Number.NaN
  if (Number.isNaN(index)) throw cannotCreate(step, name, array)
  if (index > array.length + MOST_PADDING) throw refused(`can't backfill more than ${MOST_PADDING} elements`)
  return index
}

function placeIn(container: Container, step: string, name: string, path: string): Place {
  if (Array.isArray(container)) {
    const isIndex = /^(0|[1-9]\d*)$/.test(step)
    return {
      path,
      has: isIndex && Number(step) < container.length,
      value: isIndex ? container[Number(step)] : undefined,
      set(value) {
        const index = indexOf(container, step, name)
        while (container.length < index) container.push(null)
        container[index] = value
      },
      remove() {
        if (isIndex && Number(step) < container.length) container[Number(step)] = null
      },
    }
  }
  return {
    path,
    has: Object.hasOwn(container, step),
    value: Object.hasOwn(container, step) ? container[step] : undefined,
    set: (value) => {
      if (step.startsWith('$') && !REFERENCE.includes(step))
        throw refused(`The dollar ($) prefixed field '${step}' in '${path}' is not valid for storage.`)
      Object.defineProperty(container, step, { value, writable: true, enumerable: true, configurable: true })
    },
    remove: () => {
      delete container[step]
    },
  }
}

/** A place whose way there does not exist yet: writing makes it. */
function missing(container: Container, steps: readonly string[], name: string, path: string): Place {
  return {
    path,
    has: false,
    value: undefined,
    set(value) {
      const made = steps.slice(1).reduceRight<unknown>((inside, step) => ({ [step]: inside }), value)
      placeIn(container, steps[0]!, name, path).set(made)
    },
    remove() {},
  }
}

/** Where a path without positional operators leads in a document. */
export function placeAt(document: Document, path: string): Place {
  const steps = path.split('.')
  if (steps.some((step) => step === ''))
    throw refused(`The update path '${path}' contains an empty field name, which is not allowed.`)
  let container: Container = document
  let name = '_id'
  for (let at = 0; at < steps.length - 1; at++) {
    const step = steps[at]!
    const next: Place = placeIn(container, step, name, path)
    if (!next.has) return missing(container, steps.slice(at), name, path)
    if (!isContainer(next.value)) return blocked(path, steps[at + 1]!, step, next.value)
    container = next.value
    name = step
  }
  return placeIn(container, steps.at(-1)!, name, path)
}

/** A way that ends at a value which has no fields: reading finds nothing, writing is refused. */
const blocked = (path: string, step: string, name: string, value: unknown): Place => ({
  path,
  has: false,
  value: undefined,
  set() {
    throw cannotCreate(step, name, value)
  },
  remove() {},
})

/** The paths a positional one stands for: `$` is the member the filter matched, `$[]` every member. */
export function expand(document: Document, path: string, matched: (array: string) => number): string[] {
  const steps = path.split('.')
  const at = steps.findIndex((step) => step === '$' || step.startsWith('$['))
  if (at < 0) return [path]
  if (at === 0)
    throw refused(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`)
  const [before, step, after] = [steps.slice(0, at).join('.'), steps[at]!, steps.slice(at + 1)]
  const with_ = (index: number) => [before, String(index), ...after].join('.')
  if (step === '$') return expand(document, with_(matched(before)), matched)
  if (step !== '$[]')
    throw refused(`No array filter found for identifier '${step.slice(2, -1)}' in path '${path}'`)
  const array = placeAt(document, before).value
  if (!Array.isArray(array)) {
    if (array === undefined)
      throw refused(`The path '${before}' must exist in the document in order to apply array updates.`)
    throw refused(`Cannot apply array updates to non-array element ${before}: ${typeOf(array)}`)
  }
  return array.flatMap((_, index) => expand(document, with_(index), matched))
}
