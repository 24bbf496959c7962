import { collection, command, rows } from '../../platform/database'
import type { MediaVerdict, Photo } from './documents'

/** WeChat's verdict of a photo, where there is one. */
export type VerdictOf = (photo: Photo) => MediaVerdict['suggest'] | undefined

/** The verdicts that have arrived for some photos. One round trip; none where no photo was handed in. */
export async function verdictsOf(photos: readonly Photo[]): Promise<VerdictOf> {
  const traces = [...new Set(photos.flatMap((photo) => (photo.traceId ? [photo.traceId] : [])))]
  if (traces.length === 0) return () => undefined
  const query = collection('mediaVerdicts')
    .where({ _id: command.in(traces) })
    .limit(traces.length)
  const verdicts = new Map((await rows<MediaVerdict>(query)).map((verdict) => [verdict._id, verdict.suggest]))
  return ({ traceId }) => (traceId === undefined ? undefined : verdicts.get(traceId))
}
