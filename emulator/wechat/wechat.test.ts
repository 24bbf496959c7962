import { type Started, startFixtures, TEMPLATE } from '../fixtures/start'

let local: Started
beforeAll(async () => {
  local = await startFixtures()
})
afterAll(() => local.stop())

const sdk = async (thing: string, input: object = {}, openid = 'openid-1') => {
  const answer = await local.call('sdk', { thing, input }, openid)
  return 'result' in answer ? answer.result : answer
}
const subscribe = async (openid: string, answer: string, templateIds: string[] = [TEMPLATE.id]) =>
  (await local.post('/wechat/subscribe', { templateIds, answer }, { 'x-demo-openid': openid })).json()

const message = (touser: string, data: Record<string, string> = {}) => ({
  touser,
  templateId: TEMPLATE.id,
  page: 'training/class/index?id=1',
  data: Object.fromEntries(
    Object.entries({ thing1: '冬季修剪', time2: '2026年5月8日 15:01', amount3: '1000元', ...data }).map(
      ([name, value]) => [name, { value }],
    ),
  ),
})

test('one accept is one message: the second send is refused with 43101', async () => {
  await subscribe('openid-2', 'accept')
  expect(await sdk('send', message('openid-2'))).toMatchObject({ done: { errCode: 0 } })
  expect(await sdk('send', message('openid-2'))).toMatchObject({ failed: 43101 })
  const messages = await fetch(`${local.emulator.url}/wechat/messages?openid=openid-2`)
  expect(await messages.json()).toMatchObject([{ title: TEMPLATE.title, data: { thing1: '冬季修剪' } }])
})

test('accepts add up; a refusal grants nothing', async () => {
  await subscribe('openid-3', 'accept')
  await subscribe('openid-3', 'accept')
  await subscribe('openid-3', 'reject')
  const sent = [1, 2, 3].map(() => sdk('send', message('openid-3')))
  const codes = (await Promise.all(sent)) as { failed?: number }[]
  expect(codes.filter(({ failed }) => failed === 43101)).toHaveLength(1)
})

test.each([
  ['a field that is empty', { ...message('openid-4', { thing1: '' }) }, 47003],
  ['a thing of 21 characters', { ...message('openid-4', { thing1: '字'.repeat(21) }) }, 47003],
  ['a time in another form', { ...message('openid-4', { time2: '2026-05-08' }) }, 47003],
  ['a field the template lacks', { ...message('openid-4', { thing9: '多' }) }, 47003],
  ['another template', { ...message('openid-4'), templateId: 'nothing' }, 40037],
  ['nobody', { ...message('') }, 40003],
  ['a page with a slash in front', { ...message('openid-4'), page: '/home' }, 41030],
])('a message with %s is refused and uses nothing up', async (_, bad, code) => {
  await subscribe('openid-4', 'accept')
  expect(await sdk('send', bad)).toMatchObject({ failed: code })
  expect(await sdk('send', message('openid-4'))).toMatchObject({ done: { errCode: 0 } })
})

test('at most three templates are asked for at once, and only known ones', async () => {
  expect(await subscribe('openid-5', 'accept', ['a', 'b', 'c', 'd'])).toMatchObject({ errCode: 20003 })
  expect(await subscribe('openid-5', 'accept', ['unknown'])).toMatchObject({ errCode: 20001 })
})
