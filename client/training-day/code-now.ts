/** A code of the teacher's screen, and the moment from which it is shown. */
export interface Code {
  from: string
  text: string
}

/**
 * The code to show at a moment of the server's clock, and for how many seconds yet; undefined once the last of them is over
 * (a screen that has had no network for twenty minutes).
 */
export function codeAt(
  codes: readonly Code[],
  now: number,
  stepSeconds: number,
): { text: string; left: number } | undefined {
  const found = [...codes].reverse().find(({ from }) => Date.parse(from) <= now) ?? codes[0]
  if (!found) return undefined
  const left = Math.ceil((Date.parse(found.from) + stepSeconds * 1000 - now) / 1000)
  return left > 0 ? { text: found.text, left: Math.min(left, stepSeconds) } : undefined
}
