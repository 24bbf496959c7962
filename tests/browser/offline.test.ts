import { type BrowserCloud, startBrowserCloud } from './cloud'
import { type Person, person } from './person'
import { photoOf } from './photo'

let cloud: BrowserCloud
beforeAll(async () => {
  cloud = await startBrowserCloud()
}, 300_000)
afterAll(() => cloud?.close())

const NO_NETWORK = '现在没有网络。走到有信号的地方再按一次。填好的都不会丢。'
const NOT_OPENED = '现在没有网络。走到有信号的地方，会自动打开。'
const AS_BEFORE = `${NOT_OPENED}下面是上次看到的。`
const CLASS = '青脆李冬季修剪'

/** The requestId of each time an operation leaves the phone, also where it does not arrive. */
function requestIdsOf({ page }: Person, operation: string): string[] {
  const ids: string[] = []
  page.on('request', (request) => {
    if (!request.url().endsWith('/call/api')) return
    const sent = request.postDataJSON() as { operation: string; requestId: string }
    if (sent.operation === operation) ids.push(sent.requestId)
  })
  return ids
}

const questionsWith = (text: string) => cloud.emulator.store.find('questions', { text }, 10)
const wordsIn = ({ page }: Person) => page.locator('#question-text textarea').inputValue()
const photosIn = ({ page }: Person) => page.locator('.photo').filter({ visible: true }).count()

test('a question sent without a network says so and keeps all; with one it is sent once, as the same request', async () => {
  const villager = await person(cloud, 'demo-villager-3')
  const ids = requestIdsOf(villager, 'consultation.ask')
  await villager.tap('问专家')
  await villager.tap('李子')
  await villager.photograph('拍照片', [photoOf('leaf')])
  await villager.type('说说怎么了', '没信号时问的')
  await villager.loseNetwork()
  await villager.tap('发给专家')
  await villager.sees(NO_NETWORK)
  await villager.tap('知道了')
  expect([await wordsIn(villager), await photosIn(villager)]).toEqual(['没信号时问的', 1])
  expect(questionsWith('没信号时问的')).toEqual([])

  await villager.findNetwork()
  await villager.tap('发给专家')
  await villager.sees('收到了您的问题', '没信号时问的')
  expect(questionsWith('没信号时问的')).toMatchObject([{ photos: [{ fileID: expect.any(String) }] }])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect(await villager.complaints()).toEqual([])
  await villager.putAway()
})

test('where only the answer is lost on the way, pressing again makes no second question', async () => {
  const villager = await person(cloud, 'demo-villager-4')
  const ids = requestIdsOf(villager, 'consultation.ask')
  await villager.tap('问专家')
  await villager.tap('猪')
  await villager.type('说说怎么了', '回话丢了')
  await villager.loseNetwork()
  // Laid over the lost network: this one call arrives, its answer does not.
  await villager.page.route(
    /\/call\b/,
    async (route) => {
      await route.fetch()
      await route.abort('internetdisconnected')
    },
    { times: 1 },
  )
  await villager.tap('发给专家')
  await villager.sees(NO_NETWORK)
  await villager.tap('知道了')
  expect(questionsWith('回话丢了')).toHaveLength(1)
  await villager.findNetwork()
  await villager.tap('发给专家')
  await villager.sees('收到了您的问题', '回话丢了')
  expect(questionsWith('回话丢了')).toHaveLength(1)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect(await villager.complaints()).toEqual([])
  await villager.putAway()
})

test('a photo taken without a network stays, says what to do, and is sent by a tap when there is one', async () => {
  const villager = await person(cloud, 'demo-villager-5')
  await villager.tap('问专家')
  await villager.tap('鸡')
  await villager.loseNetwork()
  await villager.photograph('拍照片', [photoOf('leaf')])
  await villager.sees('没传上，点这里再传')
  await villager.tap('发给专家')
  await villager.sees('有照片没有传上去。点那张照片再传一次，或者删掉它。')
  await villager.findNetwork()
  await villager.tap('没传上，点这里再传')
  await villager.seesNoMore('没传上')
  await villager.tap('发给专家')
  await villager.sees('收到了您的问题', '正在检查，过后专家才看得到')
  expect(await villager.complaints()).toEqual([])
  await villager.putAway()
})

test('a list opened without a network says so; trying again works, and so does waiting', async () => {
  const villager = await person(cloud, 'demo-villager-6')
  await villager.loseNetwork()
  await villager.tap('报名培训')
  await villager.sees(NOT_OPENED)
  await villager.tap('再试一次')
  await villager.sees(NOT_OPENED)
  await villager.findNetwork('unnoticed')
  await villager.tap('再试一次')
  await villager.sees(CLASS)
  await villager.seesNoMore('现在没有网络')

  await villager.back()
  await villager.loseNetwork()
  await villager.tap('报名培训')
  await villager.sees(NOT_OPENED)
  await villager.findNetwork()
  await villager.sees(CLASS)
  expect(await villager.complaints()).toEqual([])
  await villager.putAway()
})

test('what was loaded before stays, and says that it is as of before', async () => {
  const villager = await person(cloud, 'demo-villager-7')
  await villager.tap('报名培训')
  await villager.loseNetwork()
  await villager.tapRow(CLASS)
  await villager.sees(NOT_OPENED)
  await villager.back()
  await villager.sees(AS_BEFORE, CLASS)
  await villager.back()
  await villager.sees(AS_BEFORE, '问专家', '看看能报哪些班')
  // The app is closed and opened again: home is still there.
  await villager.page.reload()
  await villager.sees(AS_BEFORE, '问专家', '看看能报哪些班')
  await villager.findNetwork()
  await villager.seesNoMore('现在没有网络')
  expect(await villager.complaints()).toEqual([])
  await villager.putAway()
})

test('signing up without a network takes no seat, and works with one', async () => {
  const taken = () => cloud.emulator.store.find('classes', { _id: 'class-open-3' }, 1)[0]?.taken as number
  const before = taken()
  const villager = await person(cloud, 'demo-villager-8', 'training/class/index?id=class-open-3')
  const ids = requestIdsOf(villager, 'training.enrol')
  await villager.loseNetwork()
  await villager.tap('报名')
  await villager.sees(NO_NETWORK)
  await villager.tap('知道了')
  expect(await villager.reads()).not.toContain('已报名')
  expect(taken()).toBe(before)
  await villager.findNetwork()
  await villager.tap('报名')
  await villager.sees('报上名了')
  expect(taken()).toBe(before + 1)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect(await villager.complaints()).toEqual([])
  await villager.putAway()
})
