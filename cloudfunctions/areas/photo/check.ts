import { cloud } from '../../platform/cloud'
import { type CollectionName, collection, command, rows } from '../../platform/database'
import { temporaryUrls } from '../../platform/files'
import type { Photo } from './documents'

const BATCH = 50
/** mediaCheckAsync: 2 is a picture. */
const PICTURE = 2

interface WithPhotos {
  _id: string
  photos: Photo[]
}
type MediaCheck = (input: object) => Promise<{ traceId?: string; trace_id?: string }>

/** Hands every photo that was not handed in yet to WeChat's check. A photo that fails is tried again at the next run. */
export async function checkPhotos(
  openidOf: (name: CollectionName, document: WithPhotos) => Promise<string | undefined>,
): Promise<{ handed: number }> {
  let handed = 0
  for (const name of ['questions', 'dividendItems'] as const) {
    const waiting = await rows<WithPhotos>(collection(name).where({ photosToCheck: true }).limit(BATCH))
    for (const document of waiting) handed += await checkOne(name, document, await openidOf(name, document))
  }
  return { handed }
}

async function checkOne(
  name: CollectionName,
  { _id, photos }: WithPhotos,
  openid: string | undefined,
): Promise<number> {
  const waiting = photos.filter((photo) => !photo.traceId)
  const urls = await temporaryUrls(waiting.map((photo) => photo.fileID))
  const mediaCheckAsync = cloud.openapi.security.mediaCheckAsync as unknown as MediaCheck
  const traces = new Map<string, string>()
  for (const { fileID } of waiting) {
    const mediaUrl = urls.get(fileID)
    if (!mediaUrl || !openid) continue
    const checked = await mediaCheckAsync({
      mediaUrl,
      mediaType: PICTURE,
      version: 2,
      scene: 2,
      openid,
    }).catch(() => null)
    const traceId = checked?.traceId ?? checked?.trace_id
    if (traceId) traces.set(fileID, traceId)
  }
  const next = photos.map((photo) => ({
    ...photo,
    ...(traces.has(photo.fileID) ? { traceId: traces.get(photo.fileID) } : {}),
  }))
  // Only where the photos are still those: meanwhile a reversal may have taken them away, and a new confirmation
  // brought others.
  await collection(name)
    .where({ _id, photos: command.eq(photos) })
    .update({ data: { photos: next, photosToCheck: next.some((photo) => !photo.traceId) } })
  return traces.size
}
