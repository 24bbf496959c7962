/** A name for a question or a reserve nobody had before: small letters and digits, as the contract wants it. */
export const freshId = (kind: string): string =>
  `${kind}${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`
