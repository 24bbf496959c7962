/** The middle value; the mean of the two middle ones where there is an even number. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which the part `q` (0 to 1) of the values lies, interpolated between neighbours. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length === 0) throw new Error('no values')
  const position = (sorted.length - 1) * q
  const below = sorted[Math.floor(position)] as number
  const above = sorted[Math.ceil(position)] as number
  return below + (above - below) * (position - Math.floor(position))
}
