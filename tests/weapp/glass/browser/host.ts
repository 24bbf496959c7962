import { emulatorEdge } from '../../phone/edge'
import { startHost } from '../../phone/logic/host'
import { callPage } from '../../phone/logic/navigation'
import { newPhoneState } from '../../phone/logic/state'
import type { AppJson, Bundle, PhoneState } from '../../phone/logic/types'
import { makeBars } from './bars'
import { makeBrowserRealm } from './realm'
import { makeGlassView } from './view'

/** What the test side compiled, put before this script. */
declare const GLASS: {
  bundle: Bundle
  program: string
  builtins: Record<string, string>
  styles: Record<string, string>
}

/** Starts the bundle as one person at one page; answers once the first page is there, not yet at rest. */
function launch({ openid, page, large }: { openid: string; page: string; large: boolean }) {
  const errors: string[] = []
  // Whoever watches the browser's console sees what the phone has to complain of.
  errors.push = (...failures) => {
    console.error(...failures)
    return Array.prototype.push.apply(errors, failures)
  }
  const state = newPhoneState({
    online: navigator.onLine,
    windowWidth: innerWidth,
    windowHeight: innerHeight,
    errors,
    ...(large ? { fontSizeSetting: 24, fontSizeScaleFactor: 1.5 } : {}),
  })
  const app = JSON.parse(GLASS.bundle['app.json'] ?? '{}') as AppJson
  const assets = 'dist/'
  const picture = (src: string) => {
    const bytes = state.files.get(src)
    if (bytes) return URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }))
    return /^(https?:|data:|$)/.test(src) ? src : assets + src.replace(/^\//, '')
  }
  const view = makeGlassView(GLASS.program, GLASS.builtins, state, picture)
  const pageStyle = document.getElementById('page-style') as HTMLStyleElement
  const bars = makeBars(app, state, assets, {
    back: () => void (host.wx.navigateBack as (options: object) => unknown)({}),
    tab: (pagePath) => void (host.wx.switchTab as (options: object) => unknown)({ url: `/${pagePath}` }),
  })
  const redraw = () => {
    const top = host.stack.at(-1)
    if (top) bars.draw(top, host.stack.length > 1)
  }
  const host = startHost(GLASS.bundle, makeBrowserRealm, emulatorEdge(location.origin, openid), state, {
    shown(open) {
      pageStyle.textContent = GLASS.styles[open.route] ?? ''
      redraw()
      view.show(open)
    },
    closed: view.close,
    setData: view.setData,
    chrome: redraw,
  })
  const list = document.getElementById('view') as HTMLElement
  list.addEventListener('scroll', () => {
    const top = host.stack.at(-1)
    if (top && list.scrollTop + list.clientHeight >= list.scrollHeight - 50)
      callPage(top.instance, 'onReachBottom')
  })
  addEventListener('error', ({ message }) => state.errors.push(message))
  addEventListener('unhandledrejection', ({ reason }) => state.errors.push(String(reason?.stack ?? reason)))
  host.launch(page || undefined)
  Object.assign(globalThis, { phone: { state, host, settle: () => settle(state) } })
}

/** Waits until no call is under way, no short timer runs, and every picture is there. */
async function settle(state: PhoneState): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    await new Promise((next) => requestAnimationFrame(next))
    const pictures = [...document.images].every(({ complete }) => complete)
    quiet = state.pending.size === 0 && pictures ? quiet + 1 : 0
  }
  await document.fonts.ready
}

Object.assign(globalThis, { launch })
