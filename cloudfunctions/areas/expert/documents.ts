import type { Subject } from '../../../contract/consultation'
import type { Topic } from '../../../contract/training'
import type { WithPhotos } from '../photo/documents'
import type { Archived, Listed } from '../registry/documents'

/** `experts`: what they answer and where; `open` counts questions that wait for them. `photos` has one, or none. */
export interface Expert extends WithPhotos, Listed {
  personId: string
  name: string
  title: string
  /** The county they answer for. */
  region: string
  fields: Topic[]
  /** What they know best, of the subjects one asks about. */
  crops: Subject[]
  /** Township codes served; empty means the county. */
  townships: string[]
  introduction: string
  /** The number villagers may call; only where they allow it. */
  phone?: string
  /** Whether they take questions at all. Whether they do today follows from this, `leave` and `maxOpen` (rules.ts). */
  available: boolean
  /** Away from one Beijing day to another, both included. */
  leave?: { from: string; until: string }
  open: number
  /** How many questions may wait for them at once. */
  maxOpen: number
  archived?: Archived
}
