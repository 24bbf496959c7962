import { temporaryUrls } from '../../platform/files'
import type { Photo } from './documents'
import { standingOf } from './rules'
import { verdictsOf } from './verdicts'

export interface ShownPhoto {
  state: 'checking' | 'shown' | 'withheld'
  url?: string
}

/**
 * Photos as somebody sees them: who sent them at once, others only after WeChat's verdict.
 * One database round trip for all of them, and one of storage.
 */
export async function showPhotos(photos: readonly Photo[], own: boolean): Promise<ShownPhoto[]> {
  const verdictOf = await verdictsOf(photos)
  const seen = photos.map((photo) => ({ ...photo, state: standingOf(photo, verdictOf(photo)) }))
  const visible = seen.filter(({ state }) => own || state === 'shown')
  const urls = await temporaryUrls(visible.map(({ fileID }) => fileID))
  return seen.map(({ fileID, state }) =>
    own || state === 'shown' ? { state, url: urls.get(fileID) } : { state },
  )
}
