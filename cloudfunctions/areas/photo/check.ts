import { cloud } from '../../platform/cloud'
import { type CollectionName, collection, command, inTransaction, rows } from '../../platform/database'
import { temporaryUrls } from '../../platform/files'
import { willPass } from '../../platform/passing'
import { retry } from '../../platform/retry'
import type { Photo, WithPhotos } from './documents'
import { lookAgain, stepOf } from './rules'
import { verdictsOf } from './verdicts'

/** The collections whose documents are `WithPhotos`. */
const COLLECTIONS = ['questions', 'dividendItems', 'experts', 'classes'] as const
const BATCH = 50
/** A document that a run took and did not finish is free again after this. */
const CLAIM_MS = 5 * 60_000
/** mediaCheckAsync: 2 is a picture. */
const PICTURE = 2

export type SenderOf = (name: CollectionName, document: WithPhotos) => Promise<string | undefined>
type MediaCheck = (input: object) => Promise<{ traceId?: string; trace_id?: string }>

/**
 * Hands photos to WeChat's check and looks after them until each has a verdict; one that gets none is handed in again,
 * and given up in the end. A run that dies leaves a claim that expires: the next one does what is missing, and a photo
 * handed in twice only has a verdict nobody looks for. Answers how many were handed in.
 */
export async function checkPhotos(senderOf: SenderOf, now: Date): Promise<{ handed: number }> {
  let handed = 0
  for (const name of COLLECTIONS) {
    // Those never looked at have no date and come first; nothing that waits for its verdict is in their way.
    const waiting = await rows<WithPhotos>(
      collection(name).where({ photosToCheck: true }).orderBy('photosCheckAt', 'asc').limit(BATCH),
    )
    for (const document of waiting) {
      if ((document.photosCheckAt ?? '') > now.toISOString()) break
      if (await claim(name, document, now)) handed += await checkOne(name, document, senderOf, now)
    }
  }
  return { handed }
}

/** False where another run was quicker. */
async function claim(name: CollectionName, { _id, photosCheckAt }: WithPhotos, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + CLAIM_MS).toISOString()
  const { stats } = (await collection(name)
    .where({ _id, photosToCheck: true, photosCheckAt: photosCheckAt ?? command.exists(false) })
    .update({ data: { photosCheckAt: until } })) as unknown as { stats: { updated: number } }
  return stats.updated === 1
}

async function checkOne(
  name: CollectionName,
  document: WithPhotos,
  senderOf: SenderOf,
  now: Date,
): Promise<number> {
  const verdictOf = await verdictsOf(document.photos)
  const stepFor = (photo: Photo) => stepOf(photo, verdictOf(photo), now)
  const toHand = document.photos.filter((photo) => stepFor(photo) === 'hand')
  const traces = await handIn(
    toHand.map(({ fileID }) => fileID),
    toHand.length > 0 ? await senderOf(name, document) : undefined,
  )
  const next = (photo: Photo): Photo => {
    const step = stepFor(photo)
    if (step === 'giveUp') return { ...photo, unchecked: true }
    if (step !== 'hand') return photo
    const tries = (photo.tries ?? 0) + 1
    const traceId = traces.get(photo.fileID)
    return traceId ? { ...photo, tries, traceId, handedAt: now.toISOString() } : { ...photo, tries }
  }
  await retry(
    () =>
      inTransaction(async (transaction) => {
        // Read anew: a reversal may have taken the photos away meanwhile, or a confirmation brought others.
        const present = await transaction.get<WithPhotos>(name, document._id)
        if (!present?.photosToCheck) return
        const known = new Map(document.photos.map((photo) => [photo.fileID, photo]))
        const photos = present.photos.map((photo) => {
          const looked = known.get(photo.fileID)
          return looked ? next(looked) : photo
        })
        const open = photos.filter((photo) => stepFor(photo) !== 'settled')
        await transaction.update(name, document._id, {
          photos,
          photosToCheck: open.length > 0,
          photosCheckAt: open.map((photo) => lookAgain(photo, now)).sort()[0] ?? '',
        })
      }),
    willPass,
  )
  return traces.size
}

/** WeChat's traces of the photos it took, by fileID. One it does not take, or that is not there, is tried later. */
async function handIn(fileIDs: readonly string[], openid: string | undefined): Promise<Map<string, string>> {
  const traces = new Map<string, string>()
  if (!openid || fileIDs.length === 0) return traces
  const urls = await temporaryUrls(fileIDs)
  const check = cloud.openapi.security.mediaCheckAsync as unknown as MediaCheck
  for (const [fileID, mediaUrl] of urls) {
    const input = { mediaUrl, mediaType: PICTURE, version: 2, scene: 2, openid }
    const checked = await check(input).catch(() => null)
    const traceId = checked?.traceId ?? checked?.trace_id
    if (traceId) traces.set(fileID, traceId)
  }
  return traces
}
