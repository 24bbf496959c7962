import type { Taken } from './photograph'

/** One line a fault; a fault at several sizes is told once, with the sizes. */
export function reportOf(taken: readonly Taken[]): string[] {
  const seen = new Map<string, { line: (sizes: string) => string; sizes: string[] }>()
  for (const { page, shot, size, faults } of taken)
    for (const { kind, where, what } of faults) {
      // Sizes differ in their numbers only.
      const key = [shot.as, page, shot.state, kind, where, what.replace(/\d+(\.\d+)?/g, '#')].join('|')
      const known = seen.get(key)
      if (known) {
        if (!known.sizes.includes(size.name)) known.sizes.push(size.name)
        continue
      }
      const line = (sizes: string) =>
        `${shot.as} ${page} (${shot.state}) at ${sizes}: ${kind}: ${where} ${what}`
      seen.set(key, { line, sizes: [size.name] })
    }
  return [...seen.values()].map(({ line, sizes }) => line(sizes.join(', ')))
}
