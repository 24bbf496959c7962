import { hasEnded, isBroken, willPass } from './passing'
import { retry } from './retry'

/** As wx-server-sdk hands them on: a number of its own and the cloud's text. */
const said = (errMsg: string, errCode = -501001) => Object.assign(new Error(errMsg), { errCode, errMsg })
const CONFLICT = said(
  'document.update:fail -501001 resource system error. [ResourceUnavailable.TransactionConflict] Transaction is conflict',
)

test('a transaction that is over, a line that broke and a database that is slow are told apart', () => {
  const kinds = (error: unknown) => [hasEnded(error), isBroken(error), willPass(error)]
  expect(kinds(CONFLICT)).toEqual([true, false, true])
  // A commit's failure comes as the cloud sent it.
  expect(kinds({ code: 'DATABASE_TRANSACTION_FAIL', message: '' })).toEqual([true, false, true])
  expect(kinds(said('document.get:fail -501001 resource system error. socket hang up'))).toEqual([
    false,
    true,
    true,
  ])
  // Fifteen seconds without an answer: what was INTERNAL on a machine with too much to do.
  expect(kinds(said('document.get:fail -501001 resource system error. request timeout'))).toEqual([
    false,
    false,
    true,
  ])
  expect(kinds({ message: '[ResourceUnavailable.TransactionBusy] Transaction is busy' })).toEqual([
    false,
    false,
    true,
  ])
})

test.each([
  said(
    'document.set:fail -502001 database request fail. [FailedOperation] E11000 duplicate key error',
    -502001,
  ),
  said('collection.get:fail -502005 database collection not exists.', -502005),
  new TypeError("Cannot read properties of undefined (reading 'taken')"),
  undefined,
  'ECONNRESET',
])('a failure that would come again is not taken for one that passes: %s', (error) => {
  expect(willPass(error)).toBe(false)
})

test('a try is repeated while it may help, and none begins after the last moment', async () => {
  const failing = (times: number) => {
    let tried = 0
    return { tried: () => tried, attempt: async () => (++tried <= times ? Promise.reject(CONFLICT) : 'done') }
  }
  const options = { random: () => 0 }
  expect(await retry(failing(3).attempt, willPass, options)).toBe('done')
  const always = failing(Number.POSITIVE_INFINITY)
  await expect(retry(always.attempt, willPass, options)).rejects.toBe(CONFLICT)
  expect(always.tried()).toBe(10)
  const late = failing(3)
  await expect(retry(late.attempt, willPass, { ...options, until: Date.now() - 1 })).rejects.toBe(CONFLICT)
  expect(late.tried()).toBe(1)
})
