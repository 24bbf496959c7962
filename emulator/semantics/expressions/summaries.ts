import { isNil, isNumeric, toNumber } from '../bson'
import { compare } from '../compare'
import { any, type Operator } from './scope'

const numbers = (values: readonly unknown[]): number[] => values.filter(isNumeric).map(toNumber)
const present = (values: readonly unknown[]): unknown[] => values.filter((value) => !isNil(value))
const mean = (values: readonly number[]): number => total(values) / values.length

// Kahan's sum, as MongoDB adds doubles: 0.1 ten times is 1.
function total(values: readonly number[]): number {
  let [sum, lost] = [0, 0]
  for (const value of values) {
    const next = sum + value
    if (!Number.isFinite(next)) return values.reduce((a, b) => a + b, 0)
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + lost
}

function deviation(values: readonly number[], sample: boolean): number | null {
  const freedom = values.length - Number(sample)
  if (freedom <= 0) return null
  const centre = mean(values)
  return Math.sqrt(total(values.map((value) => (value - centre) ** 2)) / freedom)
}

const best =
  (direction: 1 | -1) =>
  (values: readonly unknown[]): unknown =>
    present(values).reduce<unknown>(
      (found, each) => (found === null || compare(each, found) * direction < 0 ? each : found),
      null,
    )

/** What `$group` makes of many values, and the same operators of the members of one array. */
export const summarise: Record<string, (values: readonly unknown[]) => unknown> = {
  $sum: (values) => total(numbers(values)),
  $avg: (values) => (numbers(values).length > 0 ? mean(numbers(values)) : null),
  $min: best(1),
  $max: best(-1),
  $stdDevPop: (values) => deviation(numbers(values), false),
  $stdDevSamp: (values) => deviation(numbers(values), true),
}

/** As expressions: one argument that is an array stands for its members, several stand for themselves. */
export const summaries: Record<string, Operator> = Object.fromEntries(
  Object.entries(summarise).map(([name, compute]) => [
    name,
    any((values) => compute(values.length === 1 && Array.isArray(values[0]) ? values[0] : values)),
  ]),
)
