import type { BrowserContext, Page } from 'playwright-core'
import { callerAt } from '../../scripts/screens/scene'
import { type BrowserCloud, startBrowserCloud } from './cloud'
import { lookAt, watchPage } from './look/look'

let cloud: BrowserCloud
let context: BrowserContext
let page: Page
beforeAll(async () => {
  cloud = await startBrowserCloud()
  context = await cloud.newPhone()
  page = await context.newPage()
  await page.setViewportSize({ width: 1280, height: 800 })
}, 300_000)
afterAll(() => cloud?.close())

const phone = () => page.frameLocator('#phone')

test('whoever is chosen holds the phone, and still does after a reload', async () => {
  const noted = await watchPage(page, cloud.url)
  await page.goto(cloud.url)
  await phone().getByText('王秀英，您好').waitFor()
  await page.getByRole('button', { name: '周明远' }).click()
  await phone().getByText('周明远，您好').waitFor()
  await page.reload()
  await phone().getByText('周明远，您好').waitFor()
  await page.getByLabel('第几户的户主（1–512）').fill('100')
  await page.getByRole('button', { name: '换成他' }).click()
  await page.getByText('正在用手机的是：第 100 户的户主（农户）').waitFor()
  expect(noted()).toEqual([])
})

test('a service message arrives on the page when the timer has sent it, and opens the page it is about', async () => {
  await page.getByRole('button', { name: '王秀英' }).click()
  await phone().getByText('王秀英，您好').waitFor()
  expect(await page.locator('.message').count()).toBe(0)
  // What the phone does when 允许 is tapped.
  await fetch(`${cloud.url}/wechat/subscribe`, {
    method: 'POST',
    headers: { 'x-demo-openid': 'demo-villager' },
    body: JSON.stringify({ templateIds: ['demo-enrolled'] }),
  })
  const must = callerAt(cloud.url)
  const answers = [{ kind: 'enrolled', answer: 'accept' }] as const
  await must('demo-villager', 'notification.recordGrant', { answers: [...answers] })
  await must('demo-villager', 'training.enrol', { classId: 'class-open-3' })
  await cloud.timer()
  const message = page.getByRole('button', { name: '报名成功通知' })
  await message.waitFor()
  expect(await message.textContent()).toContain('青脆李冬季修剪')
  await message.click()
  const opened = page.locator('#phone')
  expect(await opened.getAttribute('src')).toContain('#/training/class/index?id=class-open-3')
})

test('nothing to send is said, and somebody else’s messages are not shown', async () => {
  await page.getByRole('button', { name: '立刻送出消息' }).click()
  await page.getByText('没有要送的').waitFor()
  await page.getByRole('button', { name: '仁青拉姆' }).click()
  await phone().getByText('仁青拉姆，您好').waitFor()
  expect(await page.locator('.message').count()).toBe(0)
})

test('large text is one switch, in step with the one inside', async () => {
  const size = () =>
    phone()
      .getByText('仁青拉姆，您好')
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  const before = await size()
  await page.getByLabel('大字').check()
  await phone().locator('.large').waitFor()
  expect(await size()).toBeGreaterThan(before)
  await page.reload()
  await phone().locator('.large').waitFor()
  expect(await page.getByLabel('大字').isChecked()).toBe(true)
  await page.getByLabel('大字').uncheck()
  await phone().locator('.screen:not(.large)').waitFor()
})

test.each([1280, 400])('at %i px nothing of the page itself is cut, pale or small', async (width) => {
  await page.setViewportSize({ width, height: 2000 })
  const faults = await lookAt(page, { target: 48, frame: '#personas,[lang=en]' })
  expect(faults).toEqual([])
})
