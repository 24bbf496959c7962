import type { OperationName } from '../../contract'
import type { Scene } from '../../scripts/screens/scene'
import type { PageShots, Shot } from '../../scripts/screens/shot'
import { SHOTS } from '../../scripts/screens/shots'
import { sent } from './journey'
import { makePhone } from './phone/phone'

/** Where pages are visited: the built bundle, a local cloud, and what was played in it. */
export interface Ground {
  dist: string
  emulatorUrl: string
  scene: Scene
}

export interface Visit {
  errors: string[]
  title: string
  /** Whether the page gave itself its title. */
  titled: boolean
  /** The operations the screen called until it was at rest. */
  calls: OperationName[]
  /** Whether it also asked who is calling, which an app does once in its life: here each page is its first. */
  asksWho: boolean
  /** Of all its setData. */
  bytes: number
  text: string
}

/** What a page loads with; null for a page that loads nothing. */
export const loadedBy = ({ operation, loads }: PageShots): OperationName | null =>
  loads === undefined ? operation : loads

const WHO: OperationName = 'identity.me'

/** What one screen may send to WeChat's view layer until it is at rest; each setData costs a slow phone time. */
export const MOST_BYTES = 64 * 1024 - 1

/**
 * The shots a phone can be in without a browser: what they show is there as the page is opened. A cloud that fails
 * keeps a phone trying for half a minute; the pictures have that.
 */
export const visitable = ({ address, steps, network }: Shot): boolean =>
  !address && !steps && network !== 'failed'

/** Opens a page of the WeChat bundle as somebody, with a phone that remembers nothing, and waits until it is at rest. */
export async function visit(ground: Ground, page: string, shot: Shot): Promise<Visit> {
  const { as, openid, query, network } = shot
  const words = typeof query === 'function' ? query(ground.scene) : query
  const phone = makePhone({
    dist: ground.dist,
    emulatorUrl: ground.emulatorUrl,
    openid: openid ?? `demo-${as}`,
    state: { online: network !== 'offline' },
  })
  try {
    await phone.open(`/${page}${words ? `?${words}` : ''}`)
    const { errors, title } = phone
    const all = sent(phone).map(({ operation }) => operation)
    const own = SHOTS[page] ? loadedBy(SHOTS[page]) : null
    const calls = all.filter((operation) => operation !== WHO || own === WHO)
    const titled = phone.state.api.some(({ name }) => name === 'setNavigationBarTitle')
    const bytes = phone.state.setData.reduce((sum, each) => sum + each.bytes, 0)
    return { errors, title, titled, calls, asksWho: calls.length < all.length, bytes, text: phone.text() }
  } finally {
    phone.off()
  }
}
