import { OPERATIONS, type OperationName } from '../../contract'
import type { CallRecord } from '../../emulator'
import type { Cloud } from './cloud'
import { MORE, SUCCESSES } from './successes'

/** What the plan allows one call after the caller is known; bulk work has it for each person or item. */
export const MOST = { read: 3, write: 10 }

export interface RoundTrips {
  operation: OperationName
  as: string
  writes: boolean
  /** Database round trips once the caller (and whom they act for) is known, begin and commit included. */
  trips: number
  most: number
  /** Documents the database looked at, and those it handed back or changed. */
  scanned: number
  returned: number
  /** Exchanges with WeChat itself: checks of text, addresses of photos. */
  others: number
}

/** Reads that tell who calls and for whom, before the operation begins. */
const KNOWING = ['accounts', 'people']

/** What a call exchanged with the database, but for counting how often it is called: that is asked before it is let in. */
export const exchangesOf = (record: CallRecord) =>
  record.exchanges.filter(
    ({ action, collection }) => action.startsWith('database.') && collection !== 'limits',
  )

/** Counts one call by what the local cloud recorded of it. */
export function countRoundTrips(
  record: CallRecord,
  acting: boolean,
): Omit<RoundTrips, 'as' | 'most' | 'writes'> {
  const database = exchangesOf(record)
  const known = KNOWING.slice(0, acting ? 2 : 1)
  known.forEach((collection, n) => {
    if (database[n]?.collection !== collection)
      throw new Error(`${record.operation}: round trip ${n + 1} is not of ${collection}`)
  })
  const work = database.slice(known.length)
  return {
    operation: record.operation as OperationName,
    trips: work.length,
    scanned: work.reduce((sum, { scanned }) => sum + scanned, 0),
    returned: work.reduce((sum, { returned }) => sum + returned, 0),
    others: record.exchanges.length - database.length,
  }
}

/** Calls every operation once with success, one after the other, and counts; throws where one is refused. */
export async function measureRoundTrips(cloud: Cloud): Promise<RoundTrips[]> {
  const before: Record<string, unknown> = {}
  const found: RoundTrips[] = []
  for (const operation of Object.keys(SUCCESSES) as OperationName[]) {
    const writes = OPERATIONS.some(({ name, writes }) => name === operation && writes)
    for (const success of [SUCCESSES[operation], ...(MORE[operation] ?? [])]) {
      const { openid, actFor, as = '', each = 1 } = success
      const input = await success.input(before as never, cloud)
      const output = await cloud.must(openid, operation, input as never, actFor)
      before[operation] ??= output
      const results = (output as { results?: { error?: unknown; waiting?: unknown }[] }).results ?? []
      // Who stands in line instead is told why, and has got what was asked for.
      if (results.some(({ error, waiting }) => error !== undefined && !waiting))
        throw new Error(`${operation} ${as}: ${JSON.stringify(results)}`)
      const counted = countRoundTrips(cloud.last(operation), actFor !== undefined)
      // Bulk work begins with one read of everybody.
      const most = writes ? MOST.write * each + (each > 1 ? 1 : 0) : MOST.read
      found.push({ ...counted, as, writes, most })
    }
  }
  return found
}
