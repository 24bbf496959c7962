import { type BrowserCloud, startBrowserCloud } from './cloud'
import { person } from './person'
import { photoOf } from './photo'

let cloud: BrowserCloud
beforeAll(async () => {
  cloud = await startBrowserCloud()
}, 300_000)
afterAll(() => cloud?.close())

const YEAR = new Date().getUTCFullYear()

test('the co-op confirms with a receipt; the household sees it, says it did not arrive, and the co-op sees that', async () => {
  const officer = await person(cloud, 'demo-cooperative')
  await officer.tap('今年的分红')
  await officer.sees('应付', '8,000 元', '没付')
  const household = officer.page.locator('.household').filter({ visible: true }).first()
  const head = (await household.locator('.strong').first().textContent()) as string
  await household.getByText('分红 1,000 元').click()
  await officer.tap('给 1 户填凭据，共 1,000 元')

  await officer.tap('确认付给 1 户，共 1,000 元')
  await officer.sees('还有没填好的')
  await officer.tap('知道了')
  await officer.sees('请拍一张收据照片')
  await officer.tap('点这里选日期')
  await officer.tap('确定')
  await officer.tap('一卡通')
  await officer.photograph('拍收据', [photoOf('receipt')])
  await officer.tap('确认付给 1 户，共 1,000 元')
  await officer.sees('待确认', '已确认 1')
  expect(await officer.complaints()).toEqual([])

  const [contract] = cloud.emulator.store.find('rearingContracts', { headName: head }, 1)
  const openid = `demo-villager-${String(contract?.headId).split('-')[1]}`
  const villager = await person(cloud, openid)
  await villager.tap('查分红')
  await villager.sees(`${YEAR} 年分红 1,000 元`, '已到账', '一卡通')
  await villager.tap('钱没收到，点这里')
  await villager.tapRow(`${YEAR} 年的分红 1,000 元`)
  await villager.type('还想说什么', '卡上没有这笔钱')
  await villager.tap('告诉合作社没收到')
  await villager.sees('告诉合作社没收到？')
  await villager.tap('没收到')
  await villager.sees('已告诉合作社，正在查')
  expect(await villager.complaints()).toEqual([])
  await villager.putAway()

  await officer.open('home/index')
  await officer.sees('1 项说没收到')
  await officer.tap('今年的分红')
  await officer.tap('有异议 1')
  await officer.sees(head, '农户说没收到', '卡上没有这笔钱')
  expect(await officer.complaints()).toEqual([])
  await officer.putAway()
})
