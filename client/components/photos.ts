/** One photo of a form: `path` on this phone, `fileID` once it has arrived in the cloud. */
export interface Photo {
  path: string
  fileID?: string
  failed?: boolean
  /** How much of it has arrived, while it is on its way. */
  percent?: number
}

/** The fileIDs to send, or the sentence to show while some are still on their way or failed. */
export function sentPhotos(photos: readonly Photo[]): string[] | { wait: string } {
  if (photos.some((photo) => photo.failed))
    return { wait: '有照片没有传上去。点那张照片再传一次，或者删掉它。' }
  if (photos.some((photo) => !photo.fileID)) return { wait: '照片还在传，请等几秒再按。' }
  return photos.flatMap((photo) => photo.fileID ?? [])
}

/** What is kept of photos on the phone: where they are, not how far they were. */
export const toKeep = (photos: readonly Photo[]): Photo[] =>
  photos.map(({ path, fileID }) => (fileID ? { path, fileID } : { path }))

/** The words over a photo that has not arrived. */
export const wordsOver = ({ failed, percent }: Photo): string =>
  failed ? '没传上，点这里再传' : percent ? `正在传 ${percent}%` : '正在传'
