/** Why a file is not read; each has a code of its own in the contract, with the sentence that says what to do. */
export type Unreadability =
  | 'FILE_TOO_BIG'
  | 'FILE_OLD_XLS'
  | 'FILE_CSV'
  | 'FILE_NOT_XLSX'
  | 'FILE_BROKEN'
  | 'FILE_TOO_MUCH'
  | 'FILE_TOO_MANY_ROWS'
  | 'FILE_EMPTY'

export class Unreadable extends Error {
  constructor(readonly code: Unreadability) {
    super(code)
  }
}
