import type { Subject } from '../../../contract/consultation'
import { type Photo, sentPhotos } from '../../components/photos'

export interface Draft {
  subject: Subject | ''
  text: string
  danger: boolean
}
export type Errors = Partial<Record<'subject' | 'photos' | 'text', string>>

/** What is still missing before a question can be sent, in the order of the page. */
export function missingOf({ subject, text }: Draft, photos: readonly Photo[]): Errors {
  const sent = sentPhotos(photos)
  return {
    ...(subject === '' ? { subject: '请先点一下问的是什么' } : {}),
    ...('wait' in sent ? { photos: sent.wait } : {}),
    ...(text.trim() === '' && photos.length === 0 ? { text: '请拍一张照片，或者写几个字' } : {}),
  }
}

/** The first thing that is missing, for the place that is always in sight. */
export const firstOf = ({ subject, photos, text }: Errors): string | undefined => subject ?? photos ?? text
