import { isDate, isNil, isNumeric, toNumber, typeOf } from '../bson'
import { refused } from '../fault'
import { any, type Operator, one, over, two } from './scope'

const number = (value: unknown, name: string): number => {
  if (!isNumeric(value)) throw refused(`${name} only supports numeric types, not ${typeOf(value)}`)
  return toNumber(value)
}

const unary = (compute: (value: number, name: string) => number): Operator =>
  one((value, name) => (isNil(value) ? null : compute(number(value, name), name)))

const binary = (compute: (a: number, b: number, name: string) => number): Operator =>
  two((a, b, name) => (isNil(a) || isNil(b) ? null : compute(number(a, name), number(b, name), name)))

const positive = (value: number, name: string): number => {
  if (!(value > 0) && !Number.isNaN(value))
    throw refused(`${name}'s argument must be a positive number, but is ${value}`)
  return value
}

function add(values: unknown[]): unknown {
  if (values.some(isNil)) return null
  const dates = values.filter(isDate)
  if (dates.length > 1) throw refused('only one date allowed in an $add expression')
  const sum = values.reduce<number>((total, value) => {
    if (isDate(value)) return total + value.getTime()
    if (!isNumeric(value)) throw refused(`$add only supports numeric or date types, not ${typeOf(value)}`)
    return total + toNumber(value)
  }, 0)
  return dates.length > 0 ? new Date(Math.round(sum)) : sum
}

function subtract(a: unknown, b: unknown): unknown {
  if (isNil(a) || isNil(b)) return null
  if (isDate(a) && isDate(b)) return a.getTime() - b.getTime()
  if (isDate(a) && isNumeric(b)) return new Date(Math.round(a.getTime() - toNumber(b)))
  if (isNumeric(a) && isNumeric(b)) return toNumber(a) - toNumber(b)
  throw refused(`can't $subtract ${typeOf(b)} from ${typeOf(a)}`)
}

/** Integers have no negative zero. */
const unsigned = (value: number, ...of: number[]): number =>
  value === 0 && of.every(Number.isInteger) ? 0 : value

const divide = (a: number, b: number): number => {
  if (b === 0) throw refused("can't $divide by zero")
  return a / b
}

const modulo = (a: number, b: number): number => {
  if (b === 0) throw refused("can't $mod by zero")
  return unsigned(a % b, a, b)
}

const power = (a: number, b: number): number => {
  if (a === 0 && b < 0) throw refused('$pow cannot take a base of 0 and a negative exponent')
  return a ** b
}

/** Cuts a number's exact decimals, half to even where it is to round: 2.5 is 2, 2.675 (which is less than it looks) 2.67. */
export function cut(value: number, place: number, rounding: boolean): number {
  if (!Number.isFinite(value) || (Number.isInteger(value) && place >= 0)) return value
  if (place < 0) return cut(value / 10 ** -place, 0, rounding) * 10 ** -place
  if (Math.abs(value) >= 1e21) return value
  const [whole = '', decimals = ''] = Math.abs(value).toFixed(100).split('.')
  const kept = BigInt(whole + decimals.slice(0, place))
  const rest = decimals.slice(place)
  const half = `5${'0'.repeat(rest.length - 1)}`
  const up = rounding && (rest > half || (rest === half && kept % 2n === 1n))
  const digits = String(kept + (up ? 1n : 0n)).padStart(place + 1, '0')
  const text = place === 0 ? digits : `${digits.slice(0, -place)}.${digits.slice(-place)}`
  return Number(text) * Math.sign(value)
}

const cutting = (rounding: boolean): Operator =>
  over(1, 2, ([value, place], _, name) => {
    if (isNil(value) || (place !== undefined && isNil(place))) return null
    const digits = place === undefined ? 0 : number(place, name)
    if (!Number.isInteger(digits) || digits < -20 || digits > 100) {
      throw refused(`cannot apply ${name} with precision value ${digits} value must be in [-20, 100]`)
    }
    return cut(number(value, name), digits, rounding)
  })

const trigonometry = Object.fromEntries(
  (
    ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'] as const
  ).map((name) => [`$${name}`, unary(Math[name])]),
)

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/#arithmetic-expression-operators */
export const arithmetic: Record<string, Operator> = {
  ...trigonometry,
  $abs: unary(Math.abs),
  $add: any(add),
  $atan2: binary(Math.atan2),
  $ceil: unary(Math.ceil),
  $degreesToRadians: unary((value) => (value * Math.PI) / 180),
  $divide: binary(divide),
  $exp: unary(Math.exp),
  $floor: unary(Math.floor),
  $ln: unary((value, name) => Math.log(positive(value, name))),
  $log: binary((value, base, name) => {
    if (base === 1) throw refused("$log's base must be a positive number not equal to 1")
    return Math.log(positive(value, name)) / Math.log(positive(base, name))
  }),
  $log10: unary((value, name) => Math.log10(positive(value, name))),
  $mod: binary(modulo),
  $multiply: any((values, name) =>
    values.some(isNil)
      ? null
      : values.reduce<number>((product, each) => {
          const factor = number(each, name)
          return unsigned(product * factor, product, factor)
        }, 1),
  ),
  $pow: binary(power),
  $radiansToDegrees: unary((value) => (value * 180) / Math.PI),
  $rand: () => () => Math.random(),
  $round: cutting(true),
  $sqrt: unary((value, name) => {
    if (value < 0) throw refused(`${name}'s argument must be greater than or equal to 0`)
    return Math.sqrt(value)
  }),
  $subtract: two(subtract),
  $trunc: cutting(false),
}
