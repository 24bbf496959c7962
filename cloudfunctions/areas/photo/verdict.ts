import { collection } from '../../platform/database'
import type { MediaVerdict } from './documents'

/** Keeps a verdict WeChat pushed (event wxa_media_check); what it belongs to is joined when it is read. */
export async function recordVerdict(event: unknown, now: Date): Promise<boolean> {
  const {
    Event,
    trace_id: traceId,
    result,
  } = (event ?? {}) as { Event?: unknown; trace_id?: unknown; result?: { suggest?: unknown } }
  const suggest = result?.suggest
  if (Event !== 'wxa_media_check' || typeof traceId !== 'string' || traceId === '') return false
  if (suggest !== 'pass' && suggest !== 'review' && suggest !== 'risky') return false
  const verdict: Omit<MediaVerdict, '_id'> = { suggest, at: now.toISOString() }
  await collection('mediaVerdicts').doc(traceId).set({ data: verdict })
  return true
}
