import { readBundle } from './bundle'
import { emulatorEdge } from './edge'
import { fire } from './events'
import { startHost } from './logic/host'
import { callPage } from './logic/navigation'
import { inWords, newPhoneState } from './logic/state'
import type { Bundle, Edge, PhoneState } from './logic/types'
import { makeNodeRealm } from './realm'
import { allNodes, linesOf, nodesMeant, textOf, type ViewNode } from './tree'
import { makeView, type View } from './view'

export type Phone = ReturnType<typeof makePhone>

export interface PhoneOptions {
  /** The built bundle, such as dist/weapp. */
  dist: string
  /** Where the local cloud serves; with `openid` it says who holds the phone. */
  emulatorUrl?: string
  openid?: string
  /** Instead of the local cloud, or for parts of it. */
  edge?: Partial<Edge>
  state?: Partial<PhoneState>
}

const compiled = new Map<string, { bundle: Bundle; view: View }>()

function compile(dist: string) {
  const known = compiled.get(dist) ?? { bundle: readBundle(dist), view: makeView(dist) }
  compiled.set(dist, known)
  return known
}

const nobody = (): Promise<never> => Promise.reject(new Error('this phone has no cloud'))

/** How long a screen may take to come to rest, in ms, before that is a failure. */
const PATIENCE = 20_000

/**
 * A phone that runs a WeChat bundle: the real bundle, WeChat's own template compiler, and `wx` standing in at the edge.
 * A bundle is compiled once per test file.
 */
export function makePhone({ dist, emulatorUrl, openid = '', edge = {}, state: changes }: PhoneOptions) {
  const { bundle, view } = compile(dist)
  const outside = emulatorUrl
    ? emulatorEdge(emulatorUrl, openid)
    : { call: nobody, upload: nobody, subscribe: nobody }
  const state = newPhoneState(changes)
  const host = startHost(bundle, makeNodeRealm, { ...outside, ...edge }, state)
  let launched = false

  const page = () => {
    const top = host.stack.at(-1)
    if (!top) throw new Error('no page is open')
    return top
  }
  const tree = () => view.render(page().route, page().instance.data)

  /** Waits until no call is under way and no short timer runs. */
  async function settle(): Promise<void> {
    const began = Date.now()
    for (let quiet = 0; quiet < 3; ) {
      await new Promise((next) => setTimeout(next, 1))
      quiet = state.pending.size === 0 ? quiet + 1 : 0
      if (Date.now() - began > PATIENCE)
        throw new Error(`${page().route} does not come to rest: ${[...state.pending.values()].join(', ')}`)
    }
  }

  function one(target: string | ViewNode, nth?: number): ViewNode {
    if (typeof target !== 'string') return target
    const found = nodesMeant(tree(), target)
    const node = found[nth ?? 0]
    if (!node) throw new Error(`no “${target}” on ${page().route}:\n${linesOf(tree())}`)
    if (found.length > 1 && nth === undefined)
      throw new Error(`${found.length} “${target}” on ${page().route}: say which by its number from 0`)
    return node
  }

  function field(target: string | ViewNode, nth?: number): ViewNode {
    const node = one(target, nth)
    const inside = allNodes(node).find(({ tag }) => ['wx-input', 'wx-textarea'].includes(tag))
    if (!inside) throw new Error(`“${typeof target === 'string' ? target : node.tag}” is not a field`)
    return inside
  }

  const send = async (node: ViewNode, event: string, detail: object, bubbles = false) => {
    fire(page().instance, state, node, event, detail, bubbles)
    await settle()
  }

  return {
    state,
    wx: host.wx,
    pages: host.stack,
    app: host.app,
    errors: state.errors,
    settle,
    tree,
    get route() {
      return page().route
    },
    /** The words in the navigation bar. */
    get title() {
      return page().title
    },
    /** Starts the app at an address, or goes there with nothing behind it when it runs already. */
    async open(url: string) {
      try {
        if (launched) host.reLaunch(url)
        else host.launch(url)
        launched = true
      } catch (failure) {
        state.errors.push(inWords(failure))
        throw failure
      }
      await settle()
    },
    /** All a person can read on the page, or in one part of it. */
    text: (target?: string | ViewNode, nth?: number) =>
      linesOf(target === undefined ? tree() : one(target, nth)),
    shows: (words: string) => textOf(tree()).includes(words),
    find: (target: string) => nodesMeant(tree(), target),
    /** What stands in a field. */
    value: (target: string | ViewNode, nth?: number) => String(field(target, nth).attributes.value ?? ''),
    /** Taps what bears these words (or `#id`, `.class`), or that tab. */
    async tap(target: string | ViewNode, nth?: number) {
      if (typeof target === 'string' && nodesMeant(tree(), target).length === 0) {
        const tab = host.app.tabBar?.list.find(({ text }) => text === target)
        const shown = host.app.tabBar?.list.some(({ pagePath }) => pagePath === page().route)
        if (tab && shown) {
          ;(host.wx.switchTab as (options: object) => void)({ url: `/${tab.pagePath}` })
          return settle()
        }
      }
      await send(one(target, nth), 'tap', { x: 1, y: 1 }, true)
    },
    /** Puts words into a field, in place of what was there. */
    async type(target: string | ViewNode, words: string, nth?: number) {
      const node = field(target, nth)
      await send(node, 'input', { value: words, cursor: words.length })
    },
    /** Sets a picker, switch, checkbox group or slider: the value WeChat reports in `change`. */
    async change(target: string | ViewNode, value: unknown, nth?: number) {
      await send(one(target, nth), 'change', { value })
    },
    /** To the end of the list: the page's own, or a scroll-view's. */
    async scrollToEnd() {
      callPage(page().instance, 'onReachBottom')
      for (const node of allNodes(tree())) {
        if (node.tag === 'wx-scroll-view' && node.attributes.bindscrolltolower)
          fire(page().instance, state, node, 'scrolltolower', { direction: 'bottom' }, false)
      }
      await settle()
    },
    async pullDown() {
      callPage(page().instance, 'onPullDownRefresh')
      await settle()
    },
    async back() {
      await (host.wx.navigateBack as (options: object) => Promise<unknown>)({})
      await settle()
    },
    /** The person leaves WeChat for a while and comes back. */
    async comeBack() {
      callPage(page().instance, 'onHide')
      callPage(page().instance, 'onShow')
      await settle()
    },
    setOnline: host.setOnline,
    /** Ends its timers; a phone left running keeps a test from ending. */
    off: host.stop,
  }
}
