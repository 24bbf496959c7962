import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../browser/launch'
import { glassErrors, openInGlass, settleGlass, showAll } from './open'

const PAGE = 'pages/only/index'
const BUNDLE: Record<string, string> = {
  'app.json': JSON.stringify({ pages: [PAGE], window: { navigationBarTitleText: '样子' } }),
  'app.js': 'App({})',
  'app.wxss': 'page{color:#1e2a24}.half{width:375rpx;height:50vh}view.red{color:rgb(255,0,0)}',
  [`${PAGE}.js`]: `Page({
    data: { word: '李子', on: false, day: '2026-12-20', crops: ['李子', '花椒'], crop: 0, photo: '', asked: '' },
    typed(e) { this.setData({ word: e.detail.value }) },
    empty() { this.setData({ word: '' }) },
    turned(e) { this.setData({ on: e.detail.value }) },
    chosen(e) { this.setData({ crop: Number(e.detail.value) }) },
    dated(e) { this.setData({ day: e.detail.value }) },
    async shoot() { this.setData({ photo: (await wx.chooseMedia({ count: 1 })).tempFiles[0].tempFilePath }) },
    break() { throw new Error('broken on purpose') },
    ask() { wx.requestSubscribeMessage({ tmplIds: ['T'] }).catch((e) => this.setData({ asked: e.errMsg })) },
  })`,
  [`${PAGE}.wxml`]: `<view id="half" class="half red">红字</view>
    <input id="word" value="{{word}}" placeholder="写一个词" placeholder-style="color:#55615A" bindinput="typed"/>
    <view id="empty" bindtap="empty">清空</view>
    <switch id="switch" checked="{{on}}" bindchange="turned"/>
    <picker id="crop" range="{{crops}}" value="{{crop}}" bindchange="chosen"><view>{{crops[crop]}}</view></picker>
    <picker id="day" mode="date" value="{{day}}" bindchange="dated"><view>{{day}}</view></picker>
    <button id="shoot" bindtap="shoot">拍照</button><image id="photo" src="{{photo}}" mode="aspectFill"/>
    <view id="break" bindtap="break">坏</view><view id="ask" bindtap="ask">问 {{asked}}</view>
    <view id="said">{{word}}|{{on}}|{{crop}}</view><view style="height:900px">很长</view>`,
  [`${PAGE}.json`]: '{}',
}

let browser: Browser
let page: Page
const dist = mkdtempSync(join(tmpdir(), 'glass-'))
beforeAll(async () => {
  for (const [file, text] of Object.entries(BUNDLE)) {
    mkdirSync(dirname(join(dist, file)), { recursive: true })
    writeFileSync(join(dist, file), text)
  }
  browser = await launchBrowser()
  page = await openInGlass({ browser, dist, emulatorUrl: 'http://127.0.0.1:9', openid: 'nobody' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  rmSync(dist, { recursive: true, force: true })
})
const said = async () => {
  await settleGlass(page)
  return page.locator('#said').textContent()
}

test('what is typed reaches the bundle, and a field the bundle empties is empty', async () => {
  expect(await page.inputValue('#word input')).toBe('李子')
  await page.fill('#word input', '核桃')
  expect(await said()).toBe('核桃|false|0')
  await page.click('#empty')
  await settleGlass(page)
  expect(await page.inputValue('#word input')).toBe('')
  const grey = await page
    .locator('#word input')
    .evaluate((box) => getComputedStyle(box, '::placeholder').color)
  expect(grey).toBe('rgb(85, 97, 90)')
})

test('a switch turns, a picker picks, of lines and of days', async () => {
  await page.click('#switch')
  await page.selectOption('#crop select', { label: '花椒' })
  await page.fill('#day input', '2026-12-21')
  expect(await said()).toBe('|true|1')
  expect(await page.locator('#crop').textContent()).toContain('花椒')
  expect(await page.locator('#day').textContent()).toContain('2026-12-21')
})

test('a photo just taken is shown', async () => {
  await page.click('#shoot')
  await settleGlass(page)
  const width = await page.locator('#photo img').evaluate((image) => (image as HTMLImageElement).naturalWidth)
  expect(width).toBe(32)
})

test('rpx, vh and tags of a stylesheet mean what they mean in WeChat', async () => {
  const half = await page.locator('#half').evaluate((node) => {
    const { width, height } = node.getBoundingClientRect()
    return [width, Math.round(height), getComputedStyle(node).color]
  })
  const window = await page.locator('#view').evaluate((view) => view.clientHeight)
  expect(window).toBe(667 - 64)
  expect(half).toEqual([187.5, Math.round(window / 2), 'rgb(255, 0, 0)'])
})

test('a subscription is asked inside a tap, a throw is known, and all of the page can be shown', async () => {
  await page.click('#ask')
  await settleGlass(page)
  // Nobody serves at that address; what matters is that it was not refused for want of a tap.
  expect(await page.locator('#ask').textContent()).not.toContain('TAP')
  expect(await glassErrors(page)).toEqual([])
  await page.click('#break')
  expect((await glassErrors(page)).join()).toContain('broken on purpose')
  await showAll(page)
  const left = await page.locator('#view').evaluate((view) => view.scrollHeight - view.clientHeight)
  expect(left).toBe(0)
})
