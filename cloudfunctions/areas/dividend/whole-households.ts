import type { DividendItem } from './documents'

/**
 * Of up to `size + 1` items in order of their contracts: those of whole households, and the contract after which the
 * next page begins. The last household of a full read may be cut, so it waits for that page.
 */
export function wholeHouseholds<T extends Pick<DividendItem, 'contractId'>>(
  found: readonly T[],
  size: number,
) {
  if (found.length <= size) return { kept: [...found] }
  const cut = found.at(-1)?.contractId
  const kept = found.filter((item) => item.contractId !== cut)
  return { kept, next: kept.at(-1)?.contractId }
}
