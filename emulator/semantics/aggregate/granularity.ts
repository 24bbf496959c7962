import { isNumeric, show, toNumber, typeOf } from '../bson'
import { refused } from '../fault'

/** The next and the previous number of a series, never the number itself; zero stays zero. */
export interface Granularity {
  up(value: unknown): number
  down(value: unknown): number
}

const numbers = (text: string): number[] => text.split(' ').map(Number)

// IEC 60063: the finer series follow the formula but for one number.
const finer = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.round(100 * 10 ** (index / count))).map((each) =>
    each === 919 ? 920 : each,
  )

const R10 = '100 125 160 200 250 315 400 500 630 800'
const R20 = `${R10} 112 140 180 224 280 355 450 560 710 900`
const R40 = `${R20} 106 118 132 150 170 190 212 236 265 300 335 375 425 475 530 600 670 750 850 950`
const R80 = `${R40} 103 109 115 122 128 136 145 155 165 175 185 195 206 218 230 243 258 272 290 307 325 345 365 387 412 437 462 487 515 545 580 615 650 690 730 775 825 875 925 975`
const E12 = '100 120 150 180 220 270 330 390 470 560 680 820'

/** One decade of each series of preferred numbers. https://www.mongodb.com/docs/manual/reference/operator/aggregation/bucketAuto/#granularity */
const SERIES: Record<string, number[]> = {
  R5: numbers('100 160 250 400 630'),
  R10: numbers(R10),
  R20: numbers(R20),
  R40: numbers(R40),
  R80: numbers(R80),
  '1-2-5': numbers('100 200 500'),
  E6: numbers('100 150 220 330 470 680'),
  E12: numbers(E12),
  E24: numbers(`${E12} 110 130 160 200 240 300 360 430 510 620 750 910`),
  E48: finer(48),
  E96: finer(96),
  E192: finer(192),
}

function amount(value: unknown): number {
  const number = toNumber(value)
  if (!isNumeric(value) || Number.isNaN(number)) {
    throw refused(
      `A value of type '${typeOf(value)}' cannot be rounded: a granularity is for numbers only, not NaN`,
    )
  }
  if (number < 0) throw refused(`Cannot round a negative number with a granularity, found: ${number}`)
  return number
}

const rounding =
  (round: (number: number) => number) =>
  (value: unknown): number => {
    const number = amount(value)
    return number === 0 || !Number.isFinite(number) ? number : round(number)
  }

const powersOfTwo: Granularity = {
  up: rounding((number) => 2 ** (Math.floor(Math.log2(number)) + 1)),
  down: rounding((number) => 2 ** (Math.ceil(Math.log2(number)) - 1)),
}

/** The series around a number: its own decade and the two beside it, ascending. */
function around(decade: readonly number[], number: number): number[] {
  const power = Math.floor(Math.log10(number)) - 2
  return [power - 1, power, power + 1].flatMap((each) => decade.map((base) => Number(`${base}e${each}`)))
}

const ofSeries = (series: readonly number[]): Granularity => {
  const decade = [...series].sort((a, b) => a - b)
  return {
    up: rounding((number) => around(decade, number).find((each) => each > number)!),
    down: rounding((number) => around(decade, number).findLast((each) => each < number)!),
  }
}

/** Throws a Fault for a name there is no series of. */
export function granularityOf(name: unknown): Granularity {
  if (typeof name !== 'string')
    throw refused(`The $bucketAuto 'granularity' field must be a string, but found type: ${typeOf(name)}.`)
  if (name === 'POWERSOF2') return powersOfTwo
  const series = Object.hasOwn(SERIES, name) ? SERIES[name] : undefined
  if (!series) throw refused(`Unknown rounding granularity ${show(name)}`)
  return ofSeries(series)
}
