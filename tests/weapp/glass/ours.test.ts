import type { Browser, Page } from 'playwright-core'
import { fontsOfChinese } from '../../browser/fonts'
import { launchBrowser } from '../../browser/launch'
import { type Cloud, startCloud } from '../../system/cloud'
import { BUILD_PATIENCE, ourBundle } from '../our-bundle'
import { glassErrors, openInGlass, settleGlass, showAll } from './open'

let dist = ''
let cloud: Cloud
let browser: Browser
beforeAll(async () => {
  dist = await ourBundle()
  cloud = await startCloud()
  browser = await launchBrowser()
}, BUILD_PATIENCE)
afterAll(async () => {
  await browser?.close()
  await cloud?.close()
})

const open = (page: string, large = false) =>
  openInGlass({ browser, dist, emulatorUrl: cloud.emulator.url, openid: 'demo-villager', page, large })

/** How many colours a picture of the page has, looked at every few pixels: a page of one colour is empty. */
async function coloursOf(page: Page): Promise<number> {
  const picture = (await page.screenshot()).toString('base64')
  return page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    if (!context) return 0
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    const colours = new Set<string>()
    for (let at = 0; at < data.length; at += 12) colours.add(data.slice(at, at + 3).join())
    return colours.size
  }, picture)
}

test('home is drawn in Chinese between WeChat’s bars, and in large text it is larger', async () => {
  const page = await open('/home/index')
  expect(await page.locator('.wechat-navigation').textContent()).toContain('科技助农')
  expect(await page.locator('.wechat-tab').count()).toBe(4)
  expect(await page.locator('wx-page').textContent()).toContain('王秀英')
  const fonts = await fontsOfChinese(page)
  expect(fonts.filter(({ isCustomFont }) => !isCustomFont)).toEqual([])
  expect(fonts.map(({ text }) => text).join()).toContain('报名培训')
  expect(await coloursOf(page)).toBeGreaterThan(30)
  expect(await glassErrors(page)).toEqual([])

  const large = await open('/home/index', true)
  const heightOf = (each: Page) => each.locator('wx-page').evaluate((node) => node.scrollHeight)
  expect(await heightOf(large)).toBeGreaterThan((await heightOf(page)) * 1.2)
  await Promise.all([page, large].map((each) => each.context().close()))
})

test('a villager signs up by tapping, and goes back by WeChat’s own arrow', async () => {
  const page = await open('/training/classes/index')
  await page.getByText('青脆李冬季修剪').click()
  await settleGlass(page)
  await page.getByText('报名', { exact: true }).click()
  await settleGlass(page)
  await showAll(page)
  expect(await page.locator('wx-page').textContent()).toContain('报上名了！')
  expect(await coloursOf(page)).toBeGreaterThan(30)
  await page.locator('.wechat-back').click()
  await settleGlass(page)
  expect(await page.locator('.wechat-back').count()).toBe(0)
  expect(await page.locator('wx-page').textContent()).toContain('已报名')
  expect(await glassErrors(page)).toEqual([])
  await page.context().close()
})
