import { writeFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { FONT_CSS, serveFonts } from '../../tests/browser/fonts'
import { openInBrowser } from '../../tests/browser/open'
import { callerAt } from './scene'

/** The picture at the head of the READMEs; whoever only looks at a forge downloads it, so it stays small. */
const FILE = 'docs/picture.png'
const MOST_BYTES = 400 * 1024

interface Phone {
  openid: string
  address: string
  /** Words that are there once the page is. */
  shows: string
  /** What it is, for the readers of both READMEs. */
  zh: string
  en: string
}

/** A farmer's errands. */
const PHONES: Phone[] = [
  { openid: 'demo-villager', address: 'home/index', shows: '您好', zh: '首页', en: 'Home' },
  {
    openid: 'demo-villager',
    address: 'training/class/index?id=class-open-3',
    shows: '报上名会通知您',
    zh: '报名培训',
    en: 'Sign up',
  },
  {
    openid: 'demo-villager',
    address: 'consultation/question/index?id=question-1',
    shows: '这个办法管用吗',
    zh: '问专家',
    en: 'Ask an expert',
  },
  {
    openid: 'demo-villager-3',
    address: 'dividend/mine/index',
    shows: '已到账',
    zh: '查分红',
    en: 'Dividend',
  },
]
/** Households of people who signed up: two of the farmer’s own village, the others each of another. */
const SEATED = [65, 129, ...Array.from({ length: 22 }, (_, n) => 20 + n)]
const SCREEN = { width: 375, height: 740 }

const sheetOf = (phones: string) => `<!doctype html>
<meta charset="utf-8">
<style>
  ${FONT_CSS}
  body {
    display: flex; gap: 36px; width: max-content; margin: 0; padding: 36px 40px 28px;
    background: #ece8dc; color: #14603a;
  }
  figure { margin: 0; text-align: center }
  img { display: block; width: ${SCREEN.width}px; border: 10px solid #1e2a24; border-radius: 38px }
  figcaption { margin-top: 16px; font-size: 28px; font-weight: 700; line-height: 1.3 }
  small { margin-left: 10px; font-size: 22px; font-weight: 400; color: #55615a }
</style>
${phones}`

async function photograph(browser: Browser, url: string, phone: Phone): Promise<string> {
  const { shows, zh, en, ...where } = phone
  const context = await browser.newContext()
  await serveFonts(context)
  try {
    const { page, settle } = await openInBrowser({ context, url, viewport: SCREEN, ...where })
    await page.getByText(shows).filter({ visible: true }).first().waitFor()
    await settle()
    const src = `data:image/png;base64,${(await page.screenshot()).toString('base64')}`
    return `<figure><img src="${src}" alt=""><figcaption>${zh}<small lang="en">${en}</small></figcaption></figure>`
  } finally {
    await context.close()
  }
}

/** A class that is open has people in it. */
async function fillClass(url: string): Promise<void> {
  const must = callerAt(url)
  for (const household of SEATED)
    await must(`demo-villager-${household}`, 'training.enrol', { classId: 'class-open-3' })
}

/** Photographs the phones and puts them side by side into docs/picture.png. */
export async function makePicture(browser: Browser, url: string): Promise<string> {
  await fillClass(url)
  const phones: string[] = []
  for (const phone of PHONES) phones.push(await photograph(browser, url, phone))
  const context = await browser.newContext()
  await serveFonts(context)
  const sheet = await context.newPage()
  // From the cloud's own address, for the fonts are served there.
  await sheet.goto(url)
  await sheet.setContent(sheetOf(phones.join('\n')))
  await sheet.evaluate(
    'document.fonts.ready.then(() => Promise.all([...document.images].map((each) => each.decode())))',
  )
  const png = await sheet.locator('body').screenshot()
  await context.close()
  if (png.length > MOST_BYTES)
    throw new Error(`${FILE} would have ${png.length} bytes; at most ${MOST_BYTES}`)
  writeFileSync(FILE, png)
  return `${FILE}: ${Math.round(png.length / 1024)} KB`
}
