import type { Subject } from '../../../contract/consultation'
import type { Topic } from '../../../contract/training'
import type { Archived } from '../registry/documents'

/** `experts`: what they answer and where; `open` counts questions that wait for them. */
export interface Expert {
  _id: string
  personId: string
  name: string
  title: string
  fields: Topic[]
  /** What they know best, of the subjects one asks about. */
  crops: Subject[]
  /** Township codes served; empty means the county. */
  townships: string[]
  introduction: string
  /** A file in cloud storage. */
  photo?: string
  /** Only where they allow villagers to call. */
  phone?: string
  /** Whether questions may be given to them now; kept true to `leave` and `maxOpen` by whatever changes these. */
  available: boolean
  /** Away from one Beijing day to another, both included. */
  leave?: { from: string; until: string }
  open: number
  /** How many questions may wait for them at once. */
  maxOpen: number
  archived?: Archived
  version?: number
}
