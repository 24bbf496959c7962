import type { Subject } from '../../../contract/consultation'
import type { Topic } from '../../../contract/training'
import type { Photo } from '../photo/documents'

/** `questions`: a question and all that was said since; entries are only appended. */
export interface Question {
  _id: string
  person: { id: string; name: string; village: string; villageName: string }
  /** The informant who asked for them. */
  askedBy?: { personId: string; name: string }
  subject: Subject
  field: Topic
  text: string
  photos: Photo[]
  /** A photo still has to be handed to WeChat's check; jobs does it. */
  photosToCheck: boolean
  danger: boolean
  state: 'waiting' | 'answered' | 'resolved'
  expert: { id: string; personId: string; name: string; title: string }
  entries: { kind: 'answer' | 'helped' | 'notHelped'; by: string; text: string; at: string }[]
  reopened: number
  askedAt: string
  updatedAt: string
  /** Orders the expert's queue ascending: danger before the rest, then who has waited longest. */
  urgency: string
}
