import { type Cloud, startCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const messages = async (openid: string) =>
  (await (await fetch(`${cloud.emulator.url}/wechat/messages?openid=${openid}`)).json()) as {
    title: string
    data: Record<string, string>
  }[]

test('with a grant the phone gets one message, however often jobs run; the inbox has it always', async () => {
  await fetch(`${cloud.emulator.url}/wechat/subscribe`, {
    method: 'POST',
    headers: { 'x-demo-openid': 'demo-villager-2' },
    body: JSON.stringify({ templateIds: ['demo-enrolled'] }),
  })
  const grant = await cloud.must('demo-villager-2', 'notification.recordGrant', {
    answers: [{ kind: 'enrolled', answer: 'accept' }],
  })
  expect(grant.remaining).toEqual({ enrolled: 1 })
  await cloud.must('demo-villager-2', 'training.enrol', { classId: 'class-open-5' })
  await cloud.timer()
  await cloud.timer()
  expect((await messages('demo-villager-2')).map((message) => message.title)).toEqual(['报名成功通知'])
  const inbox = await cloud.must('demo-villager-2', 'inbox.list', {})
  expect(inbox).toMatchObject({ unread: 1, messages: [{ title: '已报名：高山蔬菜育苗', read: false }] })
  expect(await cloud.must('demo-villager-2', 'inbox.markRead', {})).toEqual({ unread: 0 })
})

test('without a grant WeChat refuses, the outbox says so, and nobody is tried again', async () => {
  await cloud.must('demo-villager-3', 'training.enrol', { classId: 'class-open-5' })
  await cloud.timer()
  expect(await messages('demo-villager-3')).toEqual([])
  const [notification] = cloud.emulator.store.find('notifications', { 'delivery.openid': 'demo-villager-3' })
  expect(notification?.delivery).toMatchObject({ state: 'refused', code: 43101, attempts: 1 })
})

test('home tells everything in one call and one round trip after the caller is known', async () => {
  const home = await cloud.must('demo-villager', 'home.get', {})
  expect(home).toMatchObject({
    training: { next: { classId: 'class-open-5' } },
    consultation: { last: { state: 'answered' } },
    dividend: { inScheme: true, next: { amountFen: 100_000 } },
  })
  expect(cloud.last('home.get').exchanges).toHaveLength(2)
  expect((await cloud.must('demo-expert', 'home.get', {})).desks.expert).toEqual({ waiting: 3, danger: 1 })
  expect((await cloud.must('demo-cooperative', 'home.get', {})).desks.cooperative).toEqual({
    due: 24,
    disputed: 0,
  })
  expect((await cloud.must('demo-visitor', 'home.get', {})).me.roles).toEqual([])
})
