/**
 * Failures that say nothing about what was asked, so that asking again is right. wx-server-sdk does not know the codes
 * and passes on the cloud's text (a commit's failure comes as the cloud sent it), so both are looked at.
 */
const ENDED = /TRANSACTION_?(CONFLICT|NOT_?EXIST)|TRANSACTION_FAIL/i
const BROKEN = /ECONNRESET|ECONNREFUSED|EPIPE|EAI_AGAIN|socket hang up|\b50[234] (Bad|Service|Gateway)/
const SLOW =
  /TRANSACTION_?BUSY|TIMEDOUT|(request|connect) timeout|-50100[234]\b|EXCEED_(CONCURRENT_)?REQUEST_LIMIT/i

function says(error: unknown, what: RegExp): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, errCode, message, errMsg } = error as Record<string, unknown>
  return [code, errCode, message, errMsg].some((each) => what.test(String(each ?? '')))
}

/** The transaction is over without having changed anything: somebody was quicker, or its 30 seconds were up. */
export const hasEnded = (error: unknown): boolean => says(error, ENDED)

/** The line to the database broke, perhaps after the database had done what it was asked. */
export const isBroken = (error: unknown): boolean => says(error, BROKEN)

/** Any failure that will pass: those two, or a database with too much to do (its transaction may still be open). */
export const willPass = (error: unknown): boolean => hasEnded(error) || isBroken(error) || says(error, SLOW)

/** Something with this id, or this value of a unique index, is there already. */
export const isDuplicate = (error: unknown): boolean =>
  says(error, /\bE11000\b|DUPLICATE_?KEY|-502001\b.*duplicate/i)
