import { type Evidence, type Item, METHOD_NAMES } from '../../../contract/dividend'
import { type ShownPhoto, showPhotos } from '../photo/show'
import type { DividendItem } from './documents'
import { isOverdue } from './rules'

/** Items as the co-op (`own`: it took the photos) or the household sees them; all their photos in one go. */
export async function presentItems(items: readonly DividendItem[], own: boolean, now: Date): Promise<Item[]> {
  const shown = await showPhotos(
    items.flatMap((item) => item.photos),
    own,
  )
  let next = 0
  return items.map((item) => {
    const photos = shown.slice(next, next + item.photos.length)
    next += item.photos.length
    return presentItem(item, photos, now)
  })
}

export const presentItem = (item: DividendItem, photos: readonly ShownPhoto[], now: Date): Item => ({
  id: item._id,
  kind: item.kind,
  year: item.year,
  dueOn: item.dueOn,
  amountFen: item.amountFen,
  state: item.state,
  overdue: isOverdue(item, now),
  confirmation: item.confirmation
    ? {
        on: dayOfEvidence(item.confirmation.evidence),
        how: howOf(item.confirmation.evidence),
        at: item.confirmation.at,
        photos: photos.flatMap((photo) => photo.url ?? []),
        photosChecking: photos.filter((photo) => photo.state === 'checking' && !photo.url).length,
      }
    : undefined,
  dispute: item.dispute ?? undefined,
})

/** The day the thing was really given. */
export function dayOfEvidence(evidence: Evidence): string {
  if (evidence.kind === 'dividend') return evidence.paidOn
  return evidence.kind === 'insurance' ? evidence.boughtOn : evidence.givenOn
}

export function howOf(evidence: Evidence): string {
  if (evidence.kind === 'dividend') return METHOD_NAMES[evidence.method]
  return evidence.kind === 'insurance' ? `保单号 ${evidence.policyNumber}` : evidence.what
}
