import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

const FILES = join(dirname(require.resolve('@fontsource/noto-sans-sc/package.json')), 'files')
/** On the page's own origin, so that a test for remote requests need not know of it. */
const PATH = '/__fonts/'

/** Names a phone has for its Chinese font; each stands for Noto Sans SC here, so a screen's own stack works. */
const FAMILIES = [
  'Noto Sans SC',
  'PingFang SC',
  'Source Han Sans SC',
  'Hiragino Sans GB',
  'Microsoft YaHei',
  'HarmonyOS Sans SC',
]
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const SUBSETS = [
  { subset: 'chinese-simplified', range: '' },
  { subset: 'latin', range: `unicode-range:${LATIN};` },
]

const face = (family: string, subset: string, range: string, weight: number) =>
  `@font-face{font-family:'${family}';font-weight:${weight};font-display:block;${range}` +
  `src:url(${PATH}noto-sans-sc-${subset}-${weight}-normal.woff2) format('woff2')}`

/** Gives any page Chinese: @font-face for regular and bold, and the font itself where a screen names none. */
export const FONT_CSS = `${FAMILIES.flatMap((family) =>
  SUBSETS.flatMap(({ subset, range }) => [400, 700].map((weight) => face(family, subset, range, weight))),
).join('\n')}\n:where(html){font-family:'Noto Sans SC',sans-serif}`

const served = new WeakSet<BrowserContext>()

/** Serves the fonts to every page of a context, and puts FONT_CSS first into each document. Once is enough. */
export async function serveFonts(context: BrowserContext): Promise<void> {
  if (served.has(context)) return
  served.add(context)
  await context.route(`**${PATH}*.woff2`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(PATH.length)
    if (!/^noto-sans-sc-[\w-]+\.woff2$/.test(name)) return route.abort()
    return route.fulfill({ body: readFileSync(join(FILES, name)), contentType: 'font/woff2' })
  })
  // A string: a function would be sent with helpers of the compiler that the page does not have.
  await context.addInitScript(`(() => {
    const add = () => {
      const style = document.createElement('style')
      style.textContent = ${JSON.stringify(FONT_CSS)}
      document.head.prepend(style)
    }
    if (document.head) add()
    else document.addEventListener('DOMContentLoaded', add, { once: true })
  })()`)
}

export interface FontUse {
  familyName: string
  /** Came by @font-face; false is a font of the machine, which draws boxes for Chinese. */
  isCustomFont: boolean
  glyphCount: number
  /** One of the texts drawn with it. */
  text: string
}

/** Which fonts Chinese text on the page is really drawn with. Waits for the fonts to load. */
export async function fontsOfChinese(page: Page): Promise<FontUse[]> {
  await page.evaluate(() => document.fonts.ready)
  const marked = await page.evaluate(() => {
    const texts: string[] = []
    for (const element of document.querySelectorAll('body *')) {
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
      const text = own.map((node) => node.textContent).join('')
      const seen = element.getClientRects().length > 0 && !/^(SCRIPT|STYLE)$/.test(element.tagName)
      if (!seen || !/\p{Script=Han}/u.test(text)) continue
      element.setAttribute('data-font-probe', String(texts.push(text) - 1))
    }
    return texts
  })
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const { root } = await session.send('DOM.getDocument', { depth: 0 })
    const uses: FontUse[] = []
    for (const [index, text] of marked.entries()) {
      const selector = `[data-font-probe="${index}"]`
      const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
      uses.push(...fonts.map((font) => ({ ...font, text })))
    }
    return uses
  } finally {
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('[data-font-probe]'))
        each.removeAttribute('data-font-probe')
    })
    await session.detach()
  }
}
