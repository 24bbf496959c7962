import { collection, command } from './database'

/** A client gives up long before this; after it a requestId may be forgotten. */
const KEPT_MS = 30 * 24 * 60 * 60_000

/** Removes requests nobody will send again. */
export async function forgetRequests(now: Date): Promise<{ forgotten: number }> {
  const before = new Date(now.getTime() - KEPT_MS).toISOString()
  const { stats } = (await collection('requests')
    .where({ at: command.lt(before), toAudit: false })
    .remove()) as unknown as { stats: { removed: number } }
  return { forgotten: stats.removed }
}
