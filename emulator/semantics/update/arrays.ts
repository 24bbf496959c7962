import { clone, type Document, isNumeric, isObject, show, toNumber, typeOf } from '../bson'
import { plain } from '../commands'
import { compare, equal, keyOf } from '../compare'
import { refused } from '../fault'
import { comparator } from '../order'
import { compileCondition, compileFilter, isOperators } from '../query'
import type { Change } from './fields'
import type { Place } from './paths'

const CLAUSES = ['$each', '$slice', '$sort', '$position']

/** The array at a place, to be changed as a copy; a new one where nothing is. */
function arrayAt(place: Place, document: Document): unknown[] {
  if (!place.has) return []
  if (!Array.isArray(place.value)) {
    throw refused(
      `The field '${place.path}' must be an array but is of type ${typeOf(place.value)} in document {_id: ${show(document._id)}}`,
    )
  }
  return [...place.value]
}

function whole(value: unknown, clause: string): number {
  if (!isNumeric(value) || !Number.isInteger(toNumber(value))) {
    throw refused(`The value for ${clause} must be an integer value but was given type: ${typeOf(value)}`)
  }
  return toNumber(value)
}

function members(operand: Document, operator: string): unknown[] {
  if (!Array.isArray(operand.$each)) {
    throw refused(
      `The argument to $each in ${operator} must be an array but it was of type: ${typeOf(operand.$each)}`,
    )
  }
  return operand.$each
}

function sort(array: unknown[], by: unknown): unknown[] {
  if (isObject(by)) {
    if (Object.values(by).some((direction) => ![1, -1].includes(toNumber(direction)))) {
      throw refused('The $sort element value must be either 1 or -1')
    }
    const order = comparator(by as Record<string, 1 | -1>)
    const asDocument = (value: unknown) => (isObject(value) ? value : {})
    return array.sort((a, b) => order(asDocument(a), asDocument(b)))
  }
  const direction = toNumber(by)
  if (direction !== 1 && direction !== -1) throw refused('The $sort element value must be either 1 or -1')
  return array.sort((a, b) => compare(a, b) * direction)
}

/** In MongoDB's order whatever the order given: insert, sort, slice. */
const push: Change = (place, operand, { document }) => {
  const array = arrayAt(place, document)
  if (!isObject(operand) || !Object.hasOwn(operand, '$each')) {
    place.set([...array, clone(operand)])
    return
  }
  const unknown = Object.keys(operand).find((key) => !CLAUSES.includes(key))
  if (unknown) throw refused(`Unrecognized clause in $push: ${unknown}`)
  const position = operand.$position === undefined ? array.length : whole(operand.$position, '$position')
  array.splice(position, 0, ...clone(members(operand, '$push')))
  const sorted = operand.$sort === undefined ? array : sort(array, operand.$sort)
  if (operand.$slice === undefined) {
    place.set(sorted)
    return
  }
  const slice = whole(operand.$slice, '$slice')
  place.set(slice >= 0 ? sorted.slice(0, slice) : sorted.slice(slice))
}

const addToSet: Change = (place, operand) => {
  if (place.has && !Array.isArray(place.value)) {
    throw refused(
      `Cannot apply $addToSet to non-array field. Field named '${place.path.split('.').at(-1)}' has non-array type ${typeOf(place.value)}`,
    )
  }
  const array = Array.isArray(place.value) ? [...place.value] : []
  const isEach = isObject(operand) && Object.keys(operand)[0] === '$each'
  const known = new Set(array.map(keyOf))
  for (const value of isEach ? members(operand, '$addToSet') : [operand]) {
    if (known.has(keyOf(value))) continue
    known.add(keyOf(value))
    array.push(clone(value))
  }
  place.set(array)
}

const pop: Change = (place, operand) => {
  const end = toNumber(operand)
  if (end !== 1 && end !== -1) throw refused(`$pop expects 1 or -1, found: ${show(operand)}`)
  if (!place.has) return
  if (!Array.isArray(place.value)) {
    throw refused(`Path '${place.path}' contains an element of non-array type '${typeOf(place.value)}'`)
  }
  place.set(end === 1 ? place.value.slice(0, -1) : place.value.slice(1))
}

const LOGICAL = ['$and', '$or', '$nor', '$expr']

/** An object, or `$or` of objects, says what members must be like, not what they must be equal to. */
function pullTest(given: unknown, now: number): (member: unknown) => boolean {
  const operand = plain(given)
  if (isObject(operand) && (!isOperators(operand) || LOGICAL.includes(Object.keys(operand)[0] ?? ''))) {
    const test = compileFilter(operand, now)
    return (member) => isObject(member) && test(member)
  }
  if (Array.isArray(operand)) return (member) => equal(member, operand)
  const matcher = compileCondition(operand, now)
  return (member) => matcher.test(Array.isArray(member) ? [...member, member] : [member], [member])
}

function without(place: Place, operator: string, test: (member: unknown) => boolean): void {
  if (!place.has) return
  if (!Array.isArray(place.value)) throw refused(`Cannot apply ${operator} to a non-array value`)
  place.set(place.value.filter((member) => !test(member)))
}

export const arrayChanges: Record<string, Change> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: (place, operand, { now }) => without(place, '$pull', pullTest(operand, now)),
  $pullAll: (place, operand) => {
    if (!Array.isArray(operand))
      throw refused(`$pullAll requires an array argument but was given a ${typeOf(operand)}`)
    const unwanted = new Set(operand.map(keyOf))
    without(place, '$pullAll', (member) => unwanted.has(keyOf(member)))
  },
}
