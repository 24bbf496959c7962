import { busyEdge, callsOf, deafEdge, journey, messagesOf, sent } from './journey'
import type { Phone } from './phone/phone'
import { textOf } from './phone/tree'

const here = journey()

const SEAT = ['demo-enrolled', 'demo-changed', 'demo-reminder']

const takenIn = async (classId: string) =>
  (await here.cloud.must('demo-visitor', 'training.get', { classId })).seats.taken
const idsOf = (phone: Phone, operation: string) =>
  sent(phone).flatMap((each) => (each.operation === operation ? [each.requestId] : []))

test('a villager signs up from home, is asked inside the tap, is told by WeChat, and takes it back', async () => {
  const phone = here.phone('demo-villager')
  expect(await callsOf(phone, () => phone.open('/home/index'))).toEqual(['home.get'])
  expect(await callsOf(phone, () => phone.tap('报名培训'))).toEqual(['training.list'])
  expect(await callsOf(phone, () => phone.tap('青脆李冬季修剪'))).toEqual(['training.get'])
  const before = await takenIn('class-open-3')

  // The page shows itself anew after the action.
  expect(await callsOf(phone, () => phone.tap('报名'))).toEqual(['training.enrol', 'training.get'])
  expect(phone.state.subscriptionsAsked).toEqual([{ templateIds: SEAT, insideTap: true }])
  expect(phone.text()).toContain('报上名了！')
  expect(await takenIn('class-open-3')).toBe(before + 1)
  await here.cloud.timer()
  expect(await messagesOf(here.cloud, 'demo-villager')).toHaveLength(1)

  // Turned back, then the second of the reasons.
  phone.state.sheetAnswers.push(-1, 1)
  expect(await callsOf(phone, () => phone.tap('去不了，取消报名'))).toEqual([])
  expect(await callsOf(phone, () => phone.tap('去不了，取消报名'))).toEqual([
    'training.cancelEnrolment',
    'training.get',
  ])
  expect(phone.state.toasts).toEqual(['已取消'])
  expect(await takenIn('class-open-3')).toBe(before)
  expect(await callsOf(phone, () => phone.back())).toEqual(['training.list'])
  expect(phone.text()).toContain('青脆李冬季修剪')
}, 60_000)

test('an informant enrols three at once where the village has two seats: one call, each with an answer of their own', async () => {
  const phone = here.phone('demo-informant')
  await phone.open('/home/index')
  await phone.tap('报名培训')
  await phone.tap('农村科技明白人培训班（第二期）')
  expect(await callsOf(phone, () => phone.tap('给村里人报名'))).toEqual(['training.get'])
  expect(await callsOf(phone, () => phone.tap('选好人就报名'))).toEqual([])
  expect(phone.state.dialogs.at(-1)?.content).toContain('请先点一下要报名的人')

  const free = phone.find('.candidate').filter((row) => !textOf(row).includes('已报名'))
  for (const row of free.slice(0, 3)) await phone.tap(row)
  expect(phone.text()).toContain('只剩 2 个名额')
  expect(await callsOf(phone, () => phone.tap('给 3 人报名'))).toEqual(['training.enrol', 'training.get'])
  const { input } = sent(phone).find(({ operation }) => operation === 'training.enrol')!
  expect((input as { people: string[] }).people).toHaveLength(3)
  expect(phone.text()).toContain('报上了：')
  expect(phone.text()).toContain('还有 1 人没报上')
  expect(phone.find('.candidate-chosen')).toHaveLength(1)
}, 60_000)

test('a class opened from a message on a phone that knows nothing yet: the tap still asks to be told', async () => {
  const phone = here.phone('demo-villager-12')
  await phone.open('/training/class/index?id=class-open-2')
  expect(
    sent(phone)
      .map(({ operation }) => operation)
      .sort(),
  ).toEqual(['identity.me', 'training.get'])
  await phone.tap('报名')
  expect(phone.state.subscriptionsAsked).toEqual([{ templateIds: SEAT, insideTap: true }])
  // From now on it knows.
  const before = phone.state.cloudCalls.length
  await phone.open('/training/class/index?id=class-open-3')
  expect(phone.state.cloudCalls.length).toBe(before + 1)

  const informant = here.phone('demo-informant')
  await informant.open('/training/class/index?id=class-open-2')
  expect(informant.text()).toContain('给村里人报名')
}, 60_000)

test('without a network it says what to do; pressed again with one, it is the same request', async () => {
  const phone = here.phone('demo-villager-9')
  await phone.open('/training/class/index?id=class-open-2')
  const before = await takenIn('class-open-2')
  phone.setOnline(false)
  await phone.tap('报名')
  expect(phone.state.dialogs.at(-1)?.content).toContain('现在没有网络')
  expect(await takenIn('class-open-2')).toBe(before)
  phone.setOnline(true)
  await phone.settle()
  await phone.tap('报名')
  expect(phone.text()).toContain('报上名了！')
  const ids = idsOf(phone, 'training.enrol')
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect(await takenIn('class-open-2')).toBe(before + 1)
}, 60_000)

test('a busy cloud is waited out with the same request, and one seat is taken', async () => {
  const openid = 'demo-villager-10'
  const phone = here.phone(openid, busyEdge(here.cloud, openid, 'training.enrol', 2))
  await phone.open('/training/class/index?id=class-open-2')
  const before = await takenIn('class-open-2')
  await phone.tap('报名')
  expect(phone.state.dialogs).toEqual([])
  expect(phone.text()).toContain('报上名了！')
  const ids = idsOf(phone, 'training.enrol')
  expect(ids).toHaveLength(3)
  expect(new Set(ids).size).toBe(1)
  expect(await takenIn('class-open-2')).toBe(before + 1)
}, 60_000)

test('an answer lost on the way is asked for again with the same request, and one seat is taken', async () => {
  const openid = 'demo-villager-11'
  const phone = here.phone(openid, deafEdge(here.cloud, openid, 'training.enrol'))
  await phone.open('/training/class/index?id=class-open-2')
  const before = await takenIn('class-open-2')
  await phone.tap('报名')
  expect(phone.text()).toContain('报上名了！')
  const ids = idsOf(phone, 'training.enrol')
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect(await takenIn('class-open-2')).toBe(before + 1)
}, 60_000)
