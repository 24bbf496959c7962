import type { BrowserContext, Page } from 'playwright-core'
import { type Fault, watchPage } from './look/look'

/** What Taro draws in the browser build where WeChat draws its own: bars and dialogs. */
export const H5_FRAME = '#taro-navigation-bar,taro-tabbar,.taro__modal,.taro__toast,.taro-actionsheet'

export interface OpenOptions {
  /** Brings Chinese with it: see serveFonts. One phone at a time: pages of a context share what they keep. */
  context: BrowserContext
  /** Where the local cloud serves. */
  url: string
  /** Who holds the phone. */
  openid: string
  /** Address in the app, `training/class/index?id=…`. */
  address: string
  large?: boolean
  viewport?: { width: number; height: number }
  /** Sees the page before anything is loaded. */
  onPage?: (page: Page) => unknown
  /** Complaints that belong to what is being tried, such as a request that fails. */
  expected?: RegExp
}

/** A phone that shows a page of the app. */
export interface Opened {
  page: Page
  /** Waits until nothing is under way: calls, pictures, fonts, the sliding of pages. */
  settle(): Promise<void>
  /** What it should not have done since it was asked last. */
  noted(): Promise<Fault[]>
  /** What is WeChat's here. */
  frame: string
  /** Lies ready for when the app next lets the person choose a file; say so before the tap. */
  nextFile(file: FileToChoose): Promise<void>
}

export interface FileToChoose {
  name: string
  mimeType: string
  buffer: Buffer
}

/** How a page is opened: the browser build, or the WeChat bundle in glass. */
export type Opener = (options: OpenOptions) => Promise<Opened>

const QUIET_MS = 60
const PATIENCE_MS = 20_000

/** Counts requests under way; a stream that stays open is not waited for. */
function watchRequests(page: Page): () => number {
  const open = new Set<unknown>()
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') open.add(request)
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return () => open.size
}

/** Pictures are in, fonts are loaded, and what moves and will stop has stopped. */
const AT_REST = `(async () => {
  await document.fonts.ready
  await Promise.all([...document.images].filter((image) => image.getClientRects().length > 0)
    .map((image) => image.decode().catch(() => undefined)))
  const moving = document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime !== Infinity)
  await Promise.all(moving.map((each) => each.finished.catch(() => undefined)))
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
})()`

/** What the last phone of this context kept is forgotten, once for each page; a reload is the same phone. */
const newPhone = (large: boolean) => `
  if (!sessionStorage.getItem('opened')) {
    sessionStorage.setItem('opened', 'yes')
    localStorage.clear()
    ${large ? `localStorage.setItem('large', '{"data":"on"}')` : ''}
  }`

/** Opens a page of the browser build (dist/h5 under /app/), with a phone that remembers nothing. */
export const openInBrowser: Opener = async (options) => {
  const { context, url, openid, address, large = false, viewport = { width: 375, height: 667 } } = options
  const page = await context.newPage()
  await page.setViewportSize(viewport)
  const noted = await watchPage(page, url, options.expected)
  const underWay = watchRequests(page)
  await page.addInitScript(newPhone(large))
  await options.onPage?.(page)
  await page.goto(`${url}/app/?openid=${encodeURIComponent(openid)}#/${address}`)
  const settle = async () => {
    const began = Date.now()
    for (let quiet = 0; quiet < 2; ) {
      await page.waitForTimeout(QUIET_MS)
      quiet = underWay() === 0 ? quiet + 1 : 0
      if (Date.now() - began > PATIENCE_MS) throw new Error(`${address} does not come to rest`)
    }
    await page.evaluate(AT_REST)
  }
  await settle()
  const nextFile = async (file: FileToChoose) => {
    page.once('filechooser', (chooser) => void chooser.setFiles(file))
  }
  return { page, settle, noted: async () => noted(), frame: H5_FRAME, nextFile }
}
