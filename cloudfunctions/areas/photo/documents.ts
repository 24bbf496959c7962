/** A photo in a document: where it is, and the check WeChat is making of it. */
export interface Photo {
  fileID: string
  /** WeChat's trace_id of the newest hand-in, and when that was. */
  traceId?: string
  handedAt?: string
  /** How often jobs tried to hand it in. */
  tries?: number
  /** No verdict could be had: nobody but its sender will see it. */
  unchecked?: true
}

/** A document with photos. `photosToCheck` says that jobs still has work here, `photosCheckAt` when; absent: now. */
export interface WithPhotos {
  _id: string
  photos: Photo[]
  photosToCheck: boolean
  photosCheckAt?: string
}

/** `mediaVerdicts`, _id = WeChat's trace_id: written only by what WeChat pushes, so it may arrive before we look. */
export interface MediaVerdict {
  _id: string
  suggest: 'pass' | 'review' | 'risky'
  at: string
}
