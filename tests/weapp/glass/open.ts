import { join, resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { serveFonts } from '../../browser/fonts'
import type { startHost } from '../phone/logic/host'
import type { PhoneState } from '../phone/logic/types'
import { glassProgram } from './program'

/** On the local cloud's own origin: what the bundle loads from it is not from elsewhere. */
const FOLDER = '/__glass/'

export interface GlassOptions {
  /** A context is made of it, unless one is given to be used again (fonts stay loaded); the caller closes either. */
  browser?: Browser
  context?: BrowserContext
  /** The bundle, such as dist/weapp. */
  dist: string
  emulatorUrl: string
  /** Who holds the phone. */
  openid: string
  /** Address in the app, `/training/class/index?id=…`; home where none is said. */
  page?: string
  /** WeChat's own text size is large. */
  large?: boolean
  /** The whole phone with WeChat's bars. */
  viewport?: { width: number; height: number }
  /** Sees the browser's page before anything is loaded: for listeners. */
  onPage?: (page: Page) => unknown
}

interface GlassWindow {
  launch(options: { openid: string; page: string; large: boolean }): void
  phone: { state: PhoneState; host: ReturnType<typeof startHost>; settle(): Promise<void> }
}

const prepared = new WeakSet<BrowserContext>()

async function prepare(context: BrowserContext, dist: string): Promise<void> {
  if (prepared.has(context)) return
  prepared.add(context)
  await serveFonts(context)
  const program = await glassProgram(dist)
  await context.route(`**${FOLDER}**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(FOLDER.length)
    if (path.startsWith('dist/')) {
      const file = resolve(dist, path.slice('dist/'.length))
      return file.startsWith(join(resolve(dist), '/')) ? route.fulfill({ path: file }) : route.abort()
    }
    const body = program[path as keyof typeof program]
    const contentType = `${path.endsWith('.html') ? 'text/html' : 'text/javascript'};charset=utf-8`
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body, contentType })
  })
}

/**
 * Opens a page of a WeChat bundle in a real browser, drawn by glass-easel, and waits until it is at rest.
 * WeChat's own bars have classes that begin with `wechat-`; the page of the bundle is `wx-page`.
 */
export async function openInGlass(options: GlassOptions): Promise<Page> {
  const {
    browser,
    dist,
    emulatorUrl,
    openid,
    large = false,
    viewport = { width: 375, height: 667 },
  } = options
  const context = options.context ?? (await browser?.newContext({ viewport }))
  if (!context) throw new Error('openInGlass needs a browser or a context')
  await prepare(context, dist)
  const page = await context.newPage()
  await page.setViewportSize(viewport)
  await options.onPage?.(page)
  await page.goto(`${emulatorUrl}${FOLDER}index.html`)
  const start = { openid, page: options.page ?? '', large }
  await page.evaluate((each) => (globalThis as unknown as GlassWindow).launch(each), start)
  await settleGlass(page)
  return page
}

/** Waits until calls, short timers, pictures and fonts have come in. */
export const settleGlass = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as GlassWindow).phone.settle())

/** A file somebody sent into a chat of this phone: the next that is chosen. */
export const putChatFile = (page: Page, name: string, bytes: Buffer): Promise<void> =>
  page.evaluate(
    (file) => {
      const { state } = (globalThis as unknown as GlassWindow).phone
      state.chatFiles.push({ name: file.name, bytes: Uint8Array.from(file.bytes) })
    },
    { name, bytes: [...bytes] },
  )

/** What the bundle complained of, threw or set wrongly, so far. */
export const glassErrors = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(globalThis as unknown as GlassWindow).phone.state.errors])

/** Makes the phone as high as its page, so that a picture shows all of it; never lower than it was. */
export async function showAll(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 375, height: 667 }
  const missing = await page.locator('#view').evaluate((view) => view.scrollHeight - view.clientHeight)
  if (missing > 0) await page.setViewportSize({ ...size, height: size.height + missing })
  await settleGlass(page)
}
