export interface Turns {
  /** Resolves to true when it is one's turn, to false at once when too many wait already. */
  enter(): Promise<boolean>
  leave(): void
  /** Running and waiting together. */
  count(): number
}

/** The plan's limit on calls at once: the rest waits in order, up to a limit of its own. */
export function makeTurns(atOnce: number, mayWait: number): Turns {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    async enter() {
      if (running < atOnce) {
        running++
        return true
      }
      if (waiting.length >= mayWait) return false
      // Whoever leaves hands its turn on, so `running` stays as it is.
      await new Promise<void>((go) => waiting.push(go))
      return true
    },
    leave() {
      const next = waiting.shift()
      if (next) next()
      else running--
    },
    count: () => running + waiting.length,
  }
}
