/** What the cloud answers instead of data. */
export class Fault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** What MongoDB refuses, as the cloud passes it on. */
export const refused = (message: string): Fault =>
  new Fault('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)
