import { Timestamp } from 'bson'
import { clone, type Document, isNumeric, isObject, show, toNumber, typeOf } from '../bson'
import { compare } from '../compare'
import { refused } from '../fault'
import type { Place } from './paths'

export interface Circumstances {
  now: number
  document: Document
}

/** Changes what is at a place. */
export type Change = (place: Place, operand: unknown, circumstances: Circumstances) => void

const describe = ({ path, value }: Place, { document }: Circumstances): string =>
  `{_id: ${show(document._id)}} has the field '${path.split('.').at(-1)}' of non-numeric type ${typeOf(value)}`

const arithmetic =
  (
    operator: string,
    verb: string,
    absent: (operand: number) => number,
    compute: (a: number, b: number) => number,
  ): Change =>
  (place, operand, circumstances) => {
    if (!isNumeric(operand)) {
      throw refused(`Cannot ${verb} with non-numeric argument: {${place.path}: ${show(operand)}}`)
    }
    if (!place.has) {
      place.set(absent(toNumber(operand)))
      return
    }
    if (!isNumeric(place.value)) {
      throw refused(
        `Cannot apply ${operator} to a value of non-numeric type. ${describe(place, circumstances)}`,
      )
    }
    place.set(compute(toNumber(place.value), toNumber(operand)))
  }

const extreme =
  (direction: 1 | -1): Change =>
  (place, operand) => {
    if (!place.has || compare(operand, place.value) * direction < 0) place.set(clone(operand))
  }

/** Sums of decimal fractions keep their rounding errors, as MongoDB's doubles do. */
const increment = arithmetic(
  '$inc',
  'increment',
  (operand) => operand,
  (a, b) => a + b,
)

const currentDate: Change = (place, operand, { now }) => {
  const type = isObject(operand) ? operand.$type : operand === true || operand === false ? 'date' : undefined
  if (type !== 'date' && type !== 'timestamp') {
    throw refused("The '$type' string field is required to be 'date' or 'timestamp'")
  }
  place.set(type === 'date' ? new Date(now) : new Timestamp({ t: Math.floor(now / 1000), i: 1 }))
}

const bit: Change = (place, operand) => {
  const entries = isObject(operand) ? Object.entries(operand) : []
  if (entries.length === 0) throw refused(`The $bit modifier is not compatible with a ${typeOf(operand)}.`)
  let value = place.has ? toNumber(place.value) : 0
  if (!Number.isInteger(value)) throw refused(`Cannot apply $bit to a value of non-integral type.`)
  for (const [name, mask] of entries) {
    const [a, b] = [BigInt(value), BigInt(toNumber(mask))]
    if (name === 'and') value = Number(a & b)
    else if (name === 'or') value = Number(a | b)
    else if (name === 'xor') value = Number(a ^ b)
    else throw refused(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
  }
  place.set(value)
}

export const fieldChanges: Record<string, Change> = {
  $set: (place, operand) => place.set(clone(operand)),
  $setOnInsert: (place, operand) => place.set(clone(operand)),
  $unset: (place) => place.remove(),
  $inc: increment,
  $mul: arithmetic(
    '$mul',
    'multiply',
    () => 0,
    (a, b) => a * b,
  ),
  $min: extreme(1),
  $max: extreme(-1),
  $currentDate: currentDate,
  $bit: bit,
}
