import { ERRORS, type ErrorCode } from '../../contract/errors'

/** What an operation throws to say no. Anything else that is thrown is a fault of ours. */
export class Refused extends Error {
  constructor(
    readonly code: ErrorCode,
    /** A more exact Chinese sentence than the code's own. */
    sentence: string = ERRORS[code],
    readonly fields?: Record<string, string>,
  ) {
    super(sentence)
  }
}
