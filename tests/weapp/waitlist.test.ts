import { desk, expectSound, publishedClass } from '../system/training-desk'
import { callsOf, journey, messagesOf, sent } from './journey'
import type { Phone } from './phone/phone'
import { textOf } from './phone/tree'

const here = journey()

const villager = (n: number) => here.phone(`demo-villager-${n}`)
const openClass = (phone: Phone, classId: string) => phone.open(`/training/class/index?id=${classId}`)
const asked = (phone: Phone) => phone.state.subscriptionsAsked.map(({ templateIds }) => templateIds)

test('a class fills, the next two wait, a seat given up is offered, declined, offered on, taken, and confirmed after a change', async () => {
  const classId = await publishedClass(here.cloud, { title: '川贝种植', seats: 1 })
  const [first, second, third] = [villager(21), villager(22), villager(23)]
  await openClass(first, classId)
  await first.tap('报名')
  expect(first.text()).toContain('报上名了！')

  for (const [phone, place] of [
    [second, 1],
    [third, 2],
  ] as const) {
    await openClass(phone, classId)
    expect(phone.text()).toContain('可以排队')
    expect(await callsOf(phone, () => phone.tap('排队等名额'))).toEqual(['training.enrol', 'training.get'])
    expect(phone.text()).toContain(`您排第 ${place} 位`)
    expect(asked(phone)).toEqual([['demo-offer', 'demo-changed']])
  }

  first.state.sheetAnswers.push(2)
  await first.tap('去不了，取消报名')
  const [left] = sent(first).filter(({ operation }) => operation === 'training.cancelEnrolment')
  expect(left?.input).toEqual({ classId, reason: '时间不合适' })
  await here.cloud.timer()

  // Home has it before anything else, and leads there.
  await second.open('/home/index')
  expect(second.text()).toMatch(/您好.*川贝种植.*有名额了，.*前定.*报名培训/s)
  await second.tap('川贝种植')
  second.state.modalAnswers.push(false, true)
  expect(await callsOf(second, () => second.tap('让给别人'))).toEqual([])
  expect(await callsOf(second, () => second.tap('让给别人'))).toEqual(['training.decline', 'training.get'])
  expect(second.text()).not.toContain('我要去')
  // One run offers it, the next delivers the news.
  await here.cloud.timer()
  await here.cloud.timer()

  // WeChat told the one it came to, and the message opens the class.
  const [message] = await messagesOf(here.cloud, 'demo-villager-23')
  await third.open(`/${message?.page}`)
  expect(third.text()).toContain('有名额了，给您留到')
  expect(await callsOf(third, () => third.tap('我要去'))).toEqual(['training.claim', 'training.get'])
  expect(third.text()).toContain('报上名了！')
  expectSound(here.cloud, classId)

  const { version, plan } = await here.cloud.must('demo-bureau', 'training.plan', { classId })
  const sessions = plan.sessions.map((session) => ({ ...session, place: '李家湾村文化院坝' }))
  await here.cloud.must('demo-bureau', 'training.changeTimeOrPlace', {
    classId,
    version,
    sessions,
    reason: '停电',
  })
  await here.cloud.timer()
  await third.open('/home/index')
  await third.tap('川贝种植')
  expect(third.text()).toContain('李家湾村文化院坝')
  expect(await callsOf(third, () => third.tap('我还来'))).toEqual(['training.confirmAgain', 'training.get'])
  expect(third.text()).not.toContain('我还来')
  expect(
    desk(here.cloud)
      .rowsOf(classId)
      .find(({ personId }) => personId === 'person-23-1'),
  ).toMatchObject({
    state: 'enrolled',
    needsConfirm: false,
  })
}, 90_000)

const QUESTIONS = [
  { id: 'food', label: '吃什么', kind: 'choice' as const, options: ['米饭', '清真'], required: true },
  { id: 'stay', label: '住不住', kind: 'yesNo' as const, required: true },
  { id: 'size', label: '种几亩', kind: 'number' as const, required: false },
]

test('what a class asks is answered before signing up, kept while typing, and approved again after a change', async () => {
  const classId = await publishedClass(here.cloud, {
    title: '带头人班',
    approval: true,
    questions: QUESTIONS,
  })
  const phone = villager(31)
  await openClass(phone, classId)
  expect(await callsOf(phone, () => phone.tap('报名'))).toEqual(['training.get'])
  expect(await callsOf(phone, () => phone.tap('报名'))).toEqual([])
  expect(phone.state.dialogs.at(-1)?.content).toBe('请选：吃什么')
  await phone.tap('清真')
  await phone.tap('不是')
  await phone.type('#answer-size', '12.5')
  // A call came in between: what was filled in is there again.
  await openClass(phone, classId)
  await phone.tap('报名')
  expect(await callsOf(phone, () => phone.tap('报名'))).toEqual(['training.enrol', 'training.get'])
  expect(phone.text()).toContain('等审核')
  expect(phone.text()).toMatch(/吃什么\s*清真/)
  const row = () => desk(here.cloud).rowsOf(classId)[0]
  expect(row()?.answers).toEqual([
    { question: 'food', value: '清真' },
    { question: 'stay', value: false },
    { question: 'size', value: 12.5 },
  ])
  await here.cloud.must('demo-bureau', 'training.decide', { classId, personId: 'person-31-1', approve: true })
  await openClass(phone, classId)
  await phone.tap('改一改')
  expect(phone.text()).toContain('改了要重新审核')
  await phone.tap('米饭')
  await phone.tap('改好了，交上去')
  expect(row()).toMatchObject({
    state: 'pending',
    answers: [{ value: '米饭' }, { value: false }, { value: 12.5 }],
  })
}, 60_000)

test('an informant answers once for everybody and apart for one; those without a seat stand in line', async () => {
  const classId = await publishedClass(here.cloud, { title: '小班', seats: 2, questions: QUESTIONS })
  const phone = here.phone('demo-informant')
  await phone.open(`/desk/informant/enrol/index?id=${classId}`)
  await phone.tap('没有名额的，替他们排队')
  const names: string[] = []
  for (const row of phone.find('.candidate').slice(0, 3)) {
    names.push(/^[^\d\s]+/.exec(textOf(row))?.[0] ?? '')
    await phone.tap(row)
  }
  // Looked for by name, somebody else is shown, and who was chosen stays chosen.
  const last = names[2] ?? ''
  await phone.type('.field-box', last)
  expect(await callsOf(phone, () => phone.tap('找'))).toEqual(['training.get'])
  expect(phone.find('.candidate').length).toBeGreaterThan(0)
  expect(phone.find('.candidate').every((row) => textOf(row).startsWith(last))).toBe(true)
  expect(phone.text()).toContain(`还选了：${names[0]}`)
  await phone.type('.field-box', '')
  await phone.tap('给 3 人报名')
  await phone.tap('米饭')
  await phone.tap('不是')
  await phone.tap('.check', 1)
  await phone.tap('清真', 1)
  await phone.tap('是', 1)
  const calls = await callsOf(phone, () => phone.tap('给 3 人报名，报满就排队'))
  expect(calls).toEqual(['training.enrol', 'training.get'])
  // What became of it stands at the top, wherever they were chosen.
  expect(phone.state.api.filter(({ name }) => name === 'pageScrollTo').at(-1)?.options).toMatchObject({
    scrollTop: 0,
  })
  expect(phone.text()).toContain('报上了：')
  expect(phone.text()).toContain('排上队了，排第 1 位')
  expect(phone.find('.candidate-chosen')).toHaveLength(0)
  const answered = desk(here.cloud)
    .rowsOf(classId)
    .map(({ state, answers }) => [state, answers?.[0]?.value])
  expect(answered.sort()).toEqual([
    ['enrolled', '清真'],
    ['enrolled', '米饭'],
    ['waiting', '米饭'],
  ])
  // Who stands in line has a page of their own, where one acts for them.
  await phone.tap('排上队了，排第 1 位')
  expect(phone.text()).toContain('不排了')
  expect(phone.text()).toContain('正在为')
  expectSound(here.cloud, classId)
}, 60_000)

test('a visitor says who they are before all the questions, not after them', async () => {
  const classId = await publishedClass(here.cloud, { questions: QUESTIONS })
  const phone = here.phone('demo-visitor')
  await openClass(phone, classId)
  await phone.tap('报名')
  expect(sent(phone).map(({ operation }) => operation)).not.toContain('training.enrol')
  expect(phone.text()).toContain('登记')
  expect(phone.text()).not.toContain('吃什么')
}, 60_000)

test('the way to a meeting with a point opens WeChat’s map there', async () => {
  const classId = await publishedClass(here.cloud)
  const phone = villager(33)
  await openClass(phone, classId)
  await phone.tap('地图导航')
  const [opened] = phone.state.api.filter(({ name }) => name === 'openLocation')
  expect(opened?.options).toMatchObject({ latitude: 31, longitude: 103, name: '文化站' })
}, 60_000)

test('materials open as what they are, for who has a seat; a picture is looked at', async () => {
  const { uploadPrefix } = await here.cloud.must('demo-bureau', 'identity.me', {})
  const upload = async (name: string) => {
    const answer = await fetch(`${here.cloud.emulator.url}/upload?path=${uploadPrefix}${name}`, {
      method: 'POST',
      headers: { 'x-demo-openid': 'demo-bureau' },
      body: 'x',
    })
    return ((await answer.json()) as { fileID: string }).fileID
  }
  const materials = [
    { name: '讲义', file: await upload('notes.pdf') },
    { name: '示意图', file: await upload('picture.png') },
  ]
  const classId = await publishedClass(here.cloud, { materials })
  const phone = villager(34)
  await openClass(phone, classId)
  expect(phone.text()).not.toContain('讲义')
  await phone.tap('报名')
  await phone.tap('讲义')
  await phone.tap('示意图')
  const opened = phone.state.api.filter(({ name }) => ['openDocument', 'previewImage'].includes(name))
  expect(opened.map(({ options }) => options)).toMatchObject([
    { filePath: expect.stringMatching(/讲义\.pdf$/), fileType: 'pdf' },
    { urls: [expect.stringMatching(/示意图\.png$/)] },
  ])
}, 60_000)
