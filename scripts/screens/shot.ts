import type { OperationName } from '../../contract'
import type { Audience } from '../../contract/operation'
import type { Opened } from '../../tests/browser/open'
import type { Scene } from './scene'

/** One picture to take: a page as somebody, in a state. */
export interface Shot {
  as: Audience
  /** What is to be seen, in a word or two; part of the file's name. */
  state: string
  /** Another openid than the persona's own. */
  openid?: string
  /** Another page of the app to begin at, from which the steps lead here. */
  address?: string
  query?: string | ((scene: Scene) => string)
  /** What the person does before the picture. */
  steps?: (phone: Opened) => Promise<unknown>
  /** Nothing reaches the cloud, or the cloud fails at everything. */
  network?: 'offline' | 'failed'
}

/** A page of the app: the operation it is for, which says who can open it, and its pictures. */
export interface PageShots {
  operation: OperationName
  /** What it loads with, where that is another operation; null for a page that loads nothing. */
  loads?: OperationName | null
  /** Who can open it, where that is fewer than may call its operation: a desk. */
  by?: readonly Audience[]
  shots: Shot[]
}
