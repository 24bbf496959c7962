import { collection, command, rows } from '../../platform/database'
import { temporaryUrls } from '../../platform/files'
import type { MediaVerdict, Photo } from './documents'

export interface ShownPhoto {
  state: 'checking' | 'shown' | 'withheld'
  url?: string
}

/**
 * Photos as somebody sees them: who sent them at once, others only after WeChat's verdict. No verdict is not a pass.
 * One database round trip for all of them, and one of storage.
 */
export async function showPhotos(photos: readonly Photo[], own: boolean): Promise<ShownPhoto[]> {
  const verdicts = await verdictsOf(photos)
  const verdictOf = (photo: Photo) => (photo.traceId === undefined ? undefined : verdicts.get(photo.traceId))
  const visible = photos.filter((photo) => own || verdictOf(photo) === 'pass')
  const urls = await temporaryUrls(visible.map((photo) => photo.fileID))
  return photos.map((photo) => {
    const verdict = verdictOf(photo)
    const state = verdict === 'pass' ? 'shown' : verdict ? 'withheld' : 'checking'
    return own || state === 'shown' ? { state, url: urls.get(photo.fileID) } : { state }
  })
}

async function verdictsOf(photos: readonly Photo[]): Promise<Map<string, MediaVerdict['suggest']>> {
  const traces = [...new Set(photos.flatMap((photo) => (photo.traceId ? [photo.traceId] : [])))]
  if (traces.length === 0) return new Map()
  const query = collection('mediaVerdicts')
    .where({ _id: command.in(traces) })
    .limit(traces.length)
  return new Map((await rows<MediaVerdict>(query)).map((verdict) => [verdict._id, verdict.suggest]))
}
