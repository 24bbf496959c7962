import type { Browser, Page } from 'playwright-core'
import { type Started, startFixtures, TEMPLATE } from '../../emulator/fixtures/start'
import { serveFonts } from './fonts'
import { launchBrowser } from './launch'
import { fontFaults, lookAt, watchPage } from './look/look'

let local: Started
let browser: Browser
beforeAll(async () => {
  local = await startFixtures({ schema: { collections: { ledger: {}, empty: {} } } })
  const ledger = Array.from({ length: 40 }, (_, value) => ({ _id: `entry-${value}`, value, at: new Date(0) }))
  local.emulator.load({ collections: { ledger } })
  const headers = { 'x-demo-openid': 'openid-7' }
  await local.post('/wechat/subscribe', { templateIds: [TEMPLATE.id, TEMPLATE.id] }, headers)
  const data = {
    thing1: { value: '修剪' },
    time2: { value: '2026年5月8日 15:01' },
    amount3: { value: '10元' },
  }
  await local.call('ledger', { way: 'send', touser: 'openid-7', templateId: TEMPLATE.id, data })
  await local.call('ledger', { way: 'list', operation: 'ledger.list' })
  await local.call('faults', { way: 'throws' })
  await local.post('/admin/faults', { function: 'api', action: 'database.*', nth: 3, fault: 'conflict' })
  await local.post('/admin/clock', { advance: 90_000_000 })
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await local?.stop()
})

const PLACES = [
  ...['collections', 'collections/empty', 'collections/ledger?view=json'],
  ...['collections/ledger?filter={"at":1}', 'calls', 'functions', 'phones', 'faults', 'clock'],
]

/** As high as its content, so that all of it is judged. */
async function show(page: Page, place: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 700 })
  await page.goto(`${local.emulator.url}/console/`)
  await page.goto(`${local.emulator.url}/console/#/${place}`)
  await page.locator('#main:not([aria-busy]) > *').first().waitFor()
  await page.evaluate('document.fonts.ready')
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.max(700, height) })
}

test.each([
  ['zh-CN', 375],
  ['en-GB', 375],
  ['en-GB', 1200],
])(
  'the local cloud’s console in %s at %i px: nothing is cut, covered, pale or small',
  async (locale, width) => {
    // What judges a page, and the fonts, are put into it; its policy would refuse them.
    const context = await browser.newContext({ locale, bypassCSP: true })
    await serveFonts(context)
    const page = await context.newPage()
    const noted = await watchPage(page, local.emulator.url)
    for (const place of PLACES) {
      await show(page, place, width)
      // The link for keyboards is above the page until it is reached; a table may be pushed sideways.
      const faults = await lookAt(page, { target: width < 760 ? 48 : 24, frame: '.skip,.scroll' })
      // A box whose width is no whole number seems cut by one pixel.
      expect({ place, faults: faults.filter(({ what }) => !what.startsWith('cut off 1 px')) }).toEqual({
        place,
        faults: [],
      })
      expect(await fontFaults(page)).toEqual([])
    }
    expect(noted()).toEqual([])
    await context.close()
  },
)
