import { toNumber } from './bson'
import type { Matcher } from './predicates'

/** `$bitsAllSet` and its like: a mask, or the positions of its bits. */
export function bits(operator: string, operand: unknown): Matcher {
  const mask = Array.isArray(operand)
    ? operand.reduce<bigint>((sum, bit) => sum | (1n << BigInt(toNumber(bit))), 0n)
    : BigInt(toNumber(operand))
  const test = (value: bigint): boolean => {
    const set = BigInt.asUintN(64, value) & mask
    if (operator === '$bitsAllSet') return set === mask
    if (operator === '$bitsAllClear') return set === 0n
    return operator === '$bitsAnySet' ? set !== 0n : set !== mask
  }
  return {
    test: (values) =>
      values.some((value) => {
        const number = toNumber(value)
        return Number.isInteger(number) && test(BigInt(number))
      }),
  }
}
