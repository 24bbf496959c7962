import { callsOf, deafEdge, inCard, journey, messagesOf, sent } from './journey'

const here = journey()

const WORDS = '青脆李叶子从边上发黄，有十来棵'
const ANSWER = '先挖沟排水，每棵撒一斤石灰，七天后再看。'
const questionsOf = (openid: string) =>
  here.cloud.must(openid, 'consultation.mine', {}).then(({ questions }) => questions)

test('a villager asks with a photo, the expert answers, it does not help, is answered again, and helps', async () => {
  const villager = here.phone('demo-villager')
  await villager.open('/home/index')
  expect(await callsOf(villager, () => villager.tap('问专家'))).toEqual([])
  await villager.tap('李子')
  villager.state.photoCounts.push(1)
  expect(await callsOf(villager, () => villager.tap('拍照片'))).toEqual([])
  await villager.type('#question-text', WORDS)
  expect(await callsOf(villager, () => villager.tap('发给专家'))).toEqual([
    'consultation.ask',
    'consultation.get',
  ])
  expect(villager.state.subscriptionsAsked).toEqual([{ templateIds: ['demo-answered'], insideTap: true }])
  expect(villager.route).toBe('consultation/question/index')
  expect(villager.text()).toContain('收到了您的问题')
  expect(villager.text()).toContain(WORDS)
  const { photos } = sent(villager).find(({ operation }) => operation === 'consultation.ask')!.input as {
    photos: string[]
  }
  expect(photos).toHaveLength(1)

  // WeChat's verdict comes; the expert sees the photo.
  await here.cloud.timer()
  await here.cloud.emulator.idle()
  const expert = here.phone('demo-expert')
  await expert.open('/home/index')
  expect(await callsOf(expert, () => expert.tap('待我回复'))).toEqual(['consultation.queue'])
  expect(await callsOf(expert, () => expert.tap(inCard(expert, WORDS, WORDS)))).toEqual(['consultation.get'])
  expect(expert.find('.sent-photo-image')).toHaveLength(1)
  expect(await callsOf(expert, () => expert.tap('发给农户'))).toEqual([])
  expect(expert.text()).toContain('请写下您的办法')
  await expert.type('#answer', ANSWER)
  expect(await callsOf(expert, () => expert.tap('发给农户'))).toEqual([
    'consultation.answer',
    'consultation.get',
  ])
  await here.cloud.timer()
  const [message] = await messagesOf(here.cloud, 'demo-villager')
  expect(message?.page).toContain('consultation/question/index')

  // The message leads to the question.
  expect(await callsOf(villager, () => villager.open(`/${message?.page}`))).toEqual(['consultation.get'])
  expect(villager.text()).toContain(ANSWER)
  expect(await callsOf(villager, () => villager.tap('还不行'))).toEqual([])
  await villager.type('#still-wrong', '撒了，还是黄')
  expect(await callsOf(villager, () => villager.tap('请专家再看看'))).toEqual([
    'consultation.feedback',
    'consultation.get',
  ])
  expect(villager.text()).toContain('撒了，还是黄')

  expect(await callsOf(expert, () => expert.tap('看全部问题'))).toEqual(['consultation.queue'])
  expect(expert.text()).toContain('农户说还不行')
  await expert.tap(inCard(expert, WORDS, WORDS))
  await expert.type('#answer', '再喷一次硫酸亚铁，一喷壶水放一两。')
  await expert.tap('发给农户')

  expect(await callsOf(villager, () => villager.comeBack())).toEqual(['consultation.get'])
  expect(await callsOf(villager, () => villager.tap('管用'))).toEqual([
    'consultation.feedback',
    'consultation.get',
  ])
  expect(villager.text()).toContain('这个问题办结了')
  expect((await questionsOf('demo-villager'))[0]).toMatchObject({ title: WORDS, state: 'resolved' })

  // The next question begins with nothing of this one.
  await villager.tap('再问一个问题')
  expect(villager.value('#question-text')).toBe('')
  expect(villager.find('.photo')).toHaveLength(0)
}, 60_000)

test('nothing is sent until there is something to send, and what was typed waits for the next visit', async () => {
  const phone = here.phone('demo-villager-31')
  await phone.open('/home/index')
  await phone.tap('问专家')
  expect(await callsOf(phone, () => phone.tap('发给专家'))).toEqual([])
  expect(phone.text()).toContain('请先点一下问的是什么')
  await phone.tap('李子')
  await phone.type('#question-text', '叶子发黄')
  await phone.tap('拍照片')
  await phone.back()
  await phone.tap('问专家')
  expect(phone.value('#question-text')).toBe('叶子发黄')
  expect(phone.find('.photo')).toHaveLength(1)
  expect(phone.find('.subject-chosen')).toHaveLength(1)
  expect(await questionsOf('demo-villager-31')).toEqual([])
}, 60_000)

test('without a network the form says so and keeps everything; an answer lost on the way makes one question', async () => {
  const openid = 'demo-villager-32'
  const phone = here.phone(openid, deafEdge(here.cloud, openid, 'consultation.ask'))
  await phone.open('/home/index')
  await phone.tap('问专家')
  await phone.tap('李子')
  await phone.type('#question-text', '李子落果')
  phone.setOnline(false)
  await phone.tap('发给专家')
  expect(phone.state.dialogs.at(-1)?.content).toContain('现在没有网络')
  expect(phone.value('#question-text')).toBe('李子落果')
  phone.setOnline(true)
  await phone.settle()
  await phone.tap('发给专家')
  expect(phone.route).toBe('consultation/question/index')
  const ids = sent(phone).flatMap((each) => (each.operation === 'consultation.ask' ? [each.requestId] : []))
  expect(new Set(ids).size).toBe(1)
  expect(ids.length).toBeGreaterThan(1)
  expect(await questionsOf(openid)).toHaveLength(1)
}, 60_000)

test('words WeChat refuses are told beside the field, and nothing is stored', async () => {
  const phone = here.phone('demo-villager-33')
  await phone.open('/consultation/ask/index')
  await phone.tap('李子')
  await phone.type('#question-text', '李子 违规测试词')
  const dialogs = phone.state.dialogs.length
  await phone.tap('发给专家')
  expect(phone.find('.field-error')).toHaveLength(1)
  expect(phone.state.dialogs).toHaveLength(dialogs)
  expect(phone.value('#question-text')).toBe('李子 违规测试词')
  expect(await questionsOf('demo-villager-33')).toEqual([])
}, 60_000)
