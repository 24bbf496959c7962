/** A photo in a document: where it is, and the check WeChat is making of it. */
export interface Photo {
  fileID: string
  /** WeChat's trace_id, once it was handed in. */
  traceId?: string
}

/** `mediaVerdicts`, _id = WeChat's trace_id: written only by what WeChat pushes, so it may arrive before we look. */
export interface MediaVerdict {
  _id: string
  suggest: 'pass' | 'review' | 'risky'
  at: string
}
