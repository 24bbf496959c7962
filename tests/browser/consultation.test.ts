import { callerAt } from '../../scripts/screens/scene'
import { type BrowserCloud, startBrowserCloud } from './cloud'
import { type Person, person } from './person'
import { photoOf } from './photo'

let cloud: BrowserCloud
beforeAll(async () => {
  cloud = await startBrowserCloud()
}, 300_000)
afterAll(() => cloud?.close())

/** Of the township the demo expert serves, so that the question is his. */
const ASKER = 'demo-villager-22'
const EXPERT = 'demo-expert'
const WORDS = '李子叶子从边上开始发黄'
const ANSWER = '挖沟排水，根边撒石灰，七天看一次'

const messagesOf = async (openid: string) =>
  (await (await fetch(`${cloud.url}/wechat/messages?openid=${openid}`)).json()) as {
    title: string
    page: string
  }[]
const questionAsked = () => cloud.emulator.store.find('questions', { text: WORDS }, 2)
/** How many photos are drawn, not only announced: of a form, or of a question. */
const photosDrawn = ({ page }: Person, where: '.photo' | '.sent-photo') =>
  page
    .locator(`${where} img`)
    .filter({ visible: true })
    .evaluateAll((images) => images.filter((image) => (image as HTMLImageElement).naturalWidth > 0).length)
/** What the form of a question has in it. */
const draftOf = async ({ page }: Person) => ({
  subjects: await page.locator('.subject-chosen').filter({ visible: true }).allTextContents(),
  words: await page.locator('#question-text textarea').inputValue(),
  photos: await page.locator('.photo').filter({ visible: true }).count(),
})

test('with nothing filled in nothing is sent, and what is missing is said beside it', async () => {
  const villager = await person(cloud, 'demo-villager-43')
  await villager.tap('问专家')
  await villager.tap('发给专家')
  await villager.sees('请先点一下问的是什么', '请拍一张照片，或者写几个字')
  await villager.tap('李子')
  await villager.tap('发给专家')
  await villager.sees('请拍一张照片，或者写几个字')
  expect(cloud.emulator.calls().filter(({ operation }) => operation === 'consultation.ask')).toEqual([])
  expect(await villager.complaints()).toEqual([])
  await villager.putAway()
})

test('what was filled in is there again after turning back, and after the app was closed', async () => {
  const villager = await person(cloud, 'demo-villager-64')
  await villager.tap('问专家')
  await villager.tap('李子')
  await villager.photograph('拍照片', [photoOf('leaf')])
  await villager.type('说说怎么了', '叶子有洞')
  await villager.back()
  await villager.tap('问专家')
  const draft = { subjects: ['李子'], words: '叶子有洞', photos: 1 }
  expect(await draftOf(villager)).toEqual(draft)
  expect(await photosDrawn(villager, '.photo')).toBe(1)

  await villager.page.reload()
  // A browser forgets the picture itself with the page; that it has arrived is known.
  await villager.sees('已传好')
  expect(await draftOf(villager)).toEqual(draft)
  await villager.tap('发给专家')
  await villager.sees('收到了您的问题', '叶子有洞')
  expect(await photosDrawn(villager, '.sent-photo')).toBe(1)

  await villager.open('consultation/ask/index')
  expect(await draftOf(villager)).toEqual({ subjects: [], words: '', photos: 0 })
  expect(await villager.complaints()).toEqual([])
  await villager.putAway()
})

test('a question is asked with a photo, answered, not solved, answered again by the same expert, and solved', async () => {
  const villager = await person(cloud, ASKER)
  await villager.tap('问专家')
  await villager.tap('李子')
  await villager.photograph('拍照片', [photoOf('leaf')])
  await villager.type('说说怎么了', WORDS)
  await villager.tap('发给专家')
  await villager.sees('周明远 研究员收到了您的问题', WORDS, '正在检查，过后专家才看得到')
  const [asked, ...more] = questionAsked()
  expect(more).toEqual([])
  const { uploadPrefix } = await callerAt(cloud.url)(ASKER, 'identity.me', {})
  const { photos } = asked as unknown as { photos: { fileID: string }[] }
  expect(photos.map(({ fileID }) => fileID)).toEqual([expect.stringContaining(`/${uploadPrefix}`)])

  const expert = await person(cloud, EXPERT)
  await expert.sees('个等我回复')
  await expert.tap('待我回复')
  await expert.tapRow(WORDS)
  await expert.sees('照片正在检查，过一会儿再来看')
  expect(await photosDrawn(expert, '.sent-photo')).toBe(0)
  await cloud.timer()
  await expert.back()
  await expert.tapRow(WORDS)
  await expert.seesNoMore('照片正在检查')
  expect(await photosDrawn(expert, '.sent-photo')).toBe(1)
  await expert.tap('发给农户')
  await expert.sees('请写下您的办法')
  await expert.type('您的办法', ANSWER)
  await expert.tap('发给农户')
  await expert.sees('已发给农户', ANSWER, '正在等农户说管不管用')

  await cloud.timer()
  const [told] = await messagesOf(ASKER)
  expect(told).toMatchObject({ title: '咨询回复通知' })
  await villager.open(told?.page ?? '')
  await villager.sees('周明远 研究员', ANSWER, '这个办法管用吗？')
  await villager.tap('还不行')
  await villager.type('还有哪里不行？', '排了水，新叶还是黄')
  await villager.tap('请专家再看看')
  await villager.sees('排了水，新叶还是黄', '等再回复')

  await expert.tap('看全部问题')
  await expert.sees('农户说还不行')
  await expert.tapRow(WORDS)
  await expert.sees('排了水，新叶还是黄')
  await expert.type('再想个办法', '叶面喷硫酸亚铁，连喷三次')
  await expert.tap('发给农户')
  await expert.sees('正在等农户说管不管用')

  await cloud.timer()
  expect(await messagesOf(ASKER)).toHaveLength(2)
  await villager.open('home/index')
  await villager.sees('专家回复了')
  await villager.tapRow(WORDS)
  await villager.sees('叶面喷硫酸亚铁，连喷三次')
  await villager.tap('管用')
  await villager.sees('这个问题办结了', '再问一个问题')
  expect(questionAsked()).toMatchObject([{ state: 'resolved', reopened: 1, expert: { id: 'expert-1' } }])
  expect(await villager.complaints()).toEqual([])
  await villager.putAway()

  await expert.tap('看全部问题')
  await expert.tapRow('已办结')
  await expert.sees(WORDS, '管用，办结了')
  expect(await expert.complaints()).toEqual([])
  await expert.putAway()
})

test('after the last answer the expert is back at the list, and told that none is left', async () => {
  const must = callerAt(cloud.url)
  const { questions } = await must(EXPERT, 'consultation.queue', {})
  const [last, ...others] = questions
  for (const { id } of others)
    await must(EXPERT, 'consultation.answer', { questionId: id, text: '先隔开，再消毒' })
  const expert = await person(cloud, EXPERT)
  await expert.tap('待我回复')
  await expert.tapRow(last?.title ?? '')
  await expert.type('您的办法', '先隔开，再消毒')
  await expert.tap('发给农户')
  await expert.tap('回下一个问题')
  await expert.sees('都回完了。有农户问您，会在这里')
  expect(await expert.page.locator('.taro__toast').textContent()).toContain('都回完了')
  expect(await expert.complaints()).toEqual([])
  await expert.putAway()
})
