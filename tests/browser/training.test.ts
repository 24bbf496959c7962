import { type BrowserCloud, startBrowserCloud } from './cloud'
import { person } from './person'

let cloud: BrowserCloud
beforeAll(async () => {
  cloud = await startBrowserCloud()
}, 300_000)
afterAll(() => cloud?.close())

const messagesOf = async (openid: string) =>
  (await (await fetch(`${cloud.url}/wechat/messages?openid=${openid}`)).json()) as { title: string }[]

test('a villager signs up for a class, finds it on home, is told by WeChat, and gives the seat back', async () => {
  const villager = await person(cloud, 'demo-villager-2')
  await villager.tap('报名培训')
  await villager.tapRow('青脆李冬季修剪')
  await villager.sees('还剩', '带身份证')
  await villager.tap('报名')
  await villager.sees('报上名了')
  await villager.back()
  await villager.sees('已报名')
  await villager.back()
  await villager.sees('您好', '青脆李冬季修剪', '已报名')

  await cloud.timer()
  expect((await messagesOf('demo-villager-2')).map(({ title }) => title)).toEqual(['报名成功通知'])

  await villager.tapRow('青脆李冬季修剪')
  await villager.tap('去不了，取消报名')
  await villager.sees('不去了？')
  await villager.tap('家里有事')
  await villager.sees('报上名会通知您')
  await villager.back()
  await villager.sees('看看能报哪些班')
  expect(await villager.complaints()).toEqual([])
  await villager.putAway()
})

test('turning back from cancelling keeps the seat', async () => {
  const villager = await person(cloud, 'demo-villager', 'training/class/index?id=class-open-5')
  await villager.tap('去不了，取消报名')
  await villager.sees('家里有事')
  await villager.tap('取消')
  await villager.sees('已报名', '去不了，取消报名')
  expect(await villager.complaints()).toEqual([])
  await villager.putAway()
})

test('an informant enrols several people of the village, and is told of whom there was no seat left for', async () => {
  const informant = await person(cloud, 'demo-informant')
  await informant.tap('报名培训')
  await informant.tapRow('中药材栽培提高班')
  await informant.tap('给村里人报名')
  await informant.sees('给谁报名？', '还剩 2 个名额')
  await informant.tap('选好人就报名')
  await informant.sees('请先点一下要报名的人')
  await informant.tap('知道了')
  const rows = informant.page.locator('.candidate').filter({ visible: true })
  const names = await rows.locator('.strong').allTextContents()
  for (const index of [0, 1, 2]) await rows.nth(index).click()
  await informant.sees('只剩 2 个名额')
  await informant.tap('给 3 人报名')
  await informant.sees('报上了：', '还有 1 人没报上')
  expect(await informant.reads()).toContain(names[0])
  const seated = cloud.emulator.store.find('enrolments', { classId: 'class-open-2', state: 'enrolled' }, 10)
  expect(seated).toHaveLength(2)
  expect(await informant.complaints()).toEqual([])
  await informant.putAway()
})

test('a full village says how to stand in line instead of offering a button that cannot work', async () => {
  const villager = await person(cloud, 'demo-villager-129', 'training/class/index?id=class-open-2')
  await villager.sees('您村的名额报满了', '可以排队', '排队等名额')
  expect(await villager.page.getByText('报名', { exact: true }).filter({ visible: true }).count()).toBe(0)
  await villager.putAway()
})
