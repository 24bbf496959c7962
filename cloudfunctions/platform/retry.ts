/** Tries at a contended document before the caller is told to try again; with jitter so that rivals spread out. */
const TRIES = 10
const FIRST_WAIT_MS = 8
const LONGEST_WAIT_MS = 250

/** How long to wait before try `n` (from 1): "full jitter", uniform in [0, min(longest, first × 2ⁿ)). */
export const waitBefore = (n: number, random: () => number): number =>
  random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** n)

/** Runs `attempt` again while it fails with what `again` accepts; then throws what the last one threw. */
export async function retry<T>(
  attempt: () => Promise<T>,
  again: (error: unknown) => boolean,
  random: () => number = Math.random,
): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await attempt()
    } catch (error) {
      if (n >= TRIES || !again(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, waitBefore(n, random)))
    }
  }
}
