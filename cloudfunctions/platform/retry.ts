/** The most tries at a contended document before the caller is told to try again. */
const TRIES = 10
const LEAST_WAIT_MS = 8
const LONGEST_WAIT_MS = 500

/**
 * How long to wait after failed try `n` (from 1): "full jitter", uniform in [0, took × 2ⁿ). It grows with what the try
 * took, because that is how long rivals take as well: a slow day needs longer waits for the same number of them.
 */
export const waitAfter = (n: number, tookMs: number, random: () => number): number =>
  random() * Math.min(LONGEST_WAIT_MS, Math.max(LEAST_WAIT_MS, tookMs) * 2 ** n)

/**
 * Runs `attempt` again while it fails with what `again` accepts; then throws what the last one threw. No try begins
 * after `until`: a function that is stopped in the middle of a transaction blocks everybody else.
 */
export async function retry<T>(
  attempt: () => Promise<T>,
  again: (error: unknown) => boolean,
  { until = Number.POSITIVE_INFINITY, random = Math.random } = {},
): Promise<T> {
  for (let n = 1; ; n++) {
    const began = Date.now()
    try {
      return await attempt()
    } catch (error) {
      const wait = waitAfter(n, Date.now() - began, random)
      if (n >= TRIES || !again(error) || Date.now() + wait > until) throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}
