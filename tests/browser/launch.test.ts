import type { Browser } from 'playwright-core'
import { fontsOfChinese, serveFonts } from './fonts'
import { launchBrowser } from './launch'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 120_000)
afterAll(() => browser?.close())

const PAGE =
  '<!doctype html><body><p style="font-family:PingFang SC,sans-serif">青脆李</p><b>分红 1,000 元</b>'

async function open(withFonts: boolean) {
  const context = await browser.newContext({ viewport: { width: 375, height: 667 } })
  if (withFonts) await serveFonts(context)
  const page = await context.newPage()
  await page.route('http://page.test/', (route) =>
    route.fulfill({ body: PAGE, contentType: 'text/html;charset=utf-8' }),
  )
  await page.goto('http://page.test/')
  return page
}

test('Chinese is drawn with the font that is served, whatever family the page names', async () => {
  const page = await open(true)
  const uses = await fontsOfChinese(page)
  expect(uses.map(({ text }) => text)).toEqual(expect.arrayContaining(['青脆李', '分红 1,000 元']))
  expect(uses.filter(({ isCustomFont }) => !isCustomFont)).toEqual([])
  expect(await page.locator('p').evaluate((node) => node.getBoundingClientRect().height)).toBeGreaterThan(15)
  await page.context().close()
})

test('a page without the fonts is told apart', async () => {
  const page = await open(false)
  const uses = await fontsOfChinese(page)
  expect(uses.some(({ isCustomFont }) => isCustomFont)).toBe(false)
  await page.context().close()
})
