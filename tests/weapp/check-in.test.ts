import { readScan } from '../../contract/training/scan'
import { checkInOf, head, personOf, rowOf, todaysClass } from '../system/training-day'
import { callsOf, inCard, journey, sent } from './journey'
import type { Phone } from './phone/phone'

const here = journey()

const codeTexts = async (classId: string) =>
  (await here.cloud.must('demo-expert', 'training.checkInCode', { classId, session: 's1' })).codes.map(
    ({ text }) => text,
  )

test('a villager opens the class, scans the teacher’s code and is there; another code says what it is', async () => {
  const classId = await todaysClass(here.cloud, { households: [193] })
  const phone = here.phone(head(193))
  await phone.open(`/training/class/index?id=${classId}`)
  expect(await callsOf(phone, () => phone.tap('签到'))).toEqual(['training.myCode'])
  expect(phone.text()).toContain('还没签到')
  // Turned back, then a code that is none of ours.
  expect(await callsOf(phone, () => phone.tap('扫码签到'))).toEqual([])
  phone.state.scans.push('https://example.com/')
  expect(await callsOf(phone, () => phone.tap('扫码签到'))).toEqual([])
  expect(phone.state.dialogs.at(-1)?.content).toContain('这不是签到码')

  phone.state.scans.push((await codeTexts(classId))[0]!)
  expect(await callsOf(phone, () => phone.tap('扫码签到'))).toEqual(['training.checkIn', 'training.myCode'])
  expect(phone.text()).toContain('签到成功')
  expect(checkInOf(here.cloud, classId, personOf(193))).toMatchObject({ is: 'present', how: 'code' })
  await phone.tap('证书发了，用微信告诉我')
  expect(phone.state.subscriptionsAsked).toEqual([{ templateIds: ['demo-certificate'], insideTap: true }])
  expect(here.cloud.emulator.store.find('grants', { kind: 'certificate' } as never)).toMatchObject([
    { openid: head(193), remaining: 1 },
  ])
  // The album would hold a picture of an old code.
  const asked = phone.state.api.filter(({ name }) => name === 'scanCode').map(({ options }) => options)
  expect(asked.at(-1)).toMatchObject({ onlyFromCamera: true })
}, 60_000)

test('the teacher ticks and scans without a network; closed and opened again, the list is sent in its order', async () => {
  const classId = await todaysClass(here.cloud, { households: [11, 12, 13] })
  const { text } = await here.cloud.must(head(12), 'training.myCode', { classId })
  const phone = here.phone('demo-expert')
  const address = `/training-day/list/index?id=${classId}&session=s1`
  expect(await callsOf(phone, () => phone.open(address))).toEqual(['training.attendanceSheet'])
  const nameOf = (n: number) => rowOf(here.cloud, classId, personOf(n))!.personName
  phone.state.online = false
  await phone.tap(inCard(phone, nameOf(11), '到了'))
  phone.state.scans.push(text)
  await phone.tap('扫个人签到码')
  await phone.tap(inCard(phone, nameOf(13), '到了'))
  expect(phone.text()).toContain('3 条记在手机上')
  expect(phone.text()).toContain('到了 3')
  expect([11, 12, 13].map((n) => checkInOf(here.cloud, classId, personOf(n)))).toEqual([
    undefined,
    undefined,
    undefined,
  ])

  // The mini-program is closed; what it kept is on the phone.
  const again = here.phone('demo-expert')
  again.state.storage = phone.state.storage
  await again.open(address)
  expect(sent(again).map(({ operation }) => operation)).toContain('training.recordAttendance')
  expect([11, 12, 13].map((n) => checkInOf(here.cloud, classId, personOf(n))?.how)).toEqual([
    'tick',
    'personalCode',
    'tick',
  ])
  const recorded = sent(again).find(({ operation }) => operation === 'training.recordAttendance')
  const { entries } = recorded!.input as { entries: { personId: string }[] }
  expect(entries.map(({ personId }) => personId)).toEqual([11, 12, 13].map(personOf))
  expect(again.text()).not.toContain('还没发出去')
}, 120_000)

test('the teacher’s screen shows the code of now and how many have come', async () => {
  const classId = await todaysClass(here.cloud, { households: [11] })
  const phone = here.phone('demo-expert')
  const address = `/training-day/code/index?id=${classId}&session=s1`
  expect(await callsOf(phone, () => phone.open(address))).toEqual(['training.checkInCode'])
  expect(phone.text()).toMatch(/\d+ 秒后换新码/)
  expect(readScan((await codeTexts(classId))[0]!)).toMatchObject({ of: 'class', classId, session: 's1' })
  expect(await callsOf(phone, () => phone.tap('点名、扫个人码'))).toEqual(['training.attendanceSheet'])
}, 60_000)

test('what was ticked without a network goes out once, from whatever page, when the network is back', async () => {
  const classId = await todaysClass(here.cloud, { households: [21, 22] })
  const phone = here.phone('demo-expert')
  await phone.open(`/training/class/index?id=${classId}`)
  await phone.tap('点名')
  const nameOf = (n: number) => rowOf(here.cloud, classId, personOf(n))!.personName
  phone.setOnline(false)
  await phone.tap(inCard(phone, nameOf(21), '到了'))
  await phone.tap(inCard(phone, nameOf(22), '到了'))
  await phone.back()
  expect(phone.text()).toContain('还有 2 条签到没发出去')
  expect(checkInOf(here.cloud, classId, personOf(21))).toBeUndefined()
  await phone.open('/my/index/index')
  const calls = await callsOf(phone, async () => {
    phone.setOnline(true)
    await phone.settle()
  })
  expect(calls.filter((operation) => operation === 'training.recordAttendance')).toHaveLength(1)
  expect(checkInOf(here.cloud, classId, personOf(21))).toMatchObject({ is: 'present', how: 'tick' })
  expect(checkInOf(here.cloud, classId, personOf(22))).toMatchObject({ is: 'present', how: 'tick' })
  await phone.open(`/training/class/index?id=${classId}`)
  expect(phone.text()).not.toContain('没发出去')
}, 120_000)

test('the mini-program, opened again at home, sends what every list has kept', async () => {
  const classId = await todaysClass(here.cloud, { households: [23] })
  const phone = here.phone('demo-expert')
  const { personName } = rowOf(here.cloud, classId, personOf(23))!
  const listOf = (session: string) => `/training-day/list/index?id=${classId}&session=${session}`
  for (const session of ['s1', 's2']) await phone.open(listOf(session))
  phone.setOnline(false)
  for (const session of ['s1', 's2']) {
    await phone.open(listOf(session))
    await phone.tap(inCard(phone, personName, '到了'))
  }
  phone.off()
  const again = here.phone('demo-expert')
  again.state.storage = phone.state.storage
  await again.open('/home/index')
  for (const session of ['s1', 's2'])
    expect(checkInOf(here.cloud, classId, personOf(23), session)).toMatchObject({ is: 'present' })
  await again.open('/home/index')
  const recorded = sent(again).filter(({ operation }) => operation === 'training.recordAttendance')
  // Once for each list.
  expect(recorded.map(({ input }) => (input as { session: string }).session)).toEqual(['s1', 's2'])
}, 120_000)

test('of several sessions one chooses: the code of each of today, the list of each that has begun', async () => {
  const classId = await todaysClass(here.cloud, { households: [24] })
  const phone = here.phone('demo-expert')
  await phone.open(`/training/class/index?id=${classId}`)
  await phone.tap('出示签到码')
  expect(phone.text('.choice-one', 0)).toContain('正在看')
  expect(await callsOf(phone, () => phone.tap('.choice-one', 1))).toEqual(['training.checkInCode'])
  expect(sent(phone).at(-1)?.input).toMatchObject({ session: 's2' })
  expect(phone.text('.choice-one', 1)).toContain('正在看')
  await phone.tap('点名、扫个人码')
  expect(sent(phone).at(-1)?.input).toMatchObject({ session: 's2' })
  expect(await callsOf(phone, () => phone.tap('.choice-one', 0))).toEqual(['training.attendanceSheet'])
  const { personName } = rowOf(here.cloud, classId, personOf(24))!
  await phone.tap(inCard(phone, personName, '到了'))
  expect(checkInOf(here.cloud, classId, personOf(24), 's1')).toMatchObject({ is: 'present' })
  expect(checkInOf(here.cloud, classId, personOf(24), 's2')).toBeUndefined()
}, 60_000)

test('a code that is read out is typed, without a network; a wrong one says what to do', async () => {
  const classId = await todaysClass(here.cloud, { households: [25] })
  const { code } = await here.cloud.must(head(25), 'training.myCode', { classId })
  const phone = here.phone('demo-expert')
  await phone.open(`/training-day/list/index?id=${classId}&session=s1`)
  phone.setOnline(false)
  await phone.type('念的签到码', 'abc')
  await phone.tap('记签到')
  expect(phone.text()).toContain('这里写了 3 个')
  await phone.type('念的签到码', ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)
  await phone.tap('记签到')
  expect(phone.text()).toContain('到了 1')
  phone.setOnline(true)
  await phone.settle()
  expect(checkInOf(here.cloud, classId, personOf(25))).toMatchObject({ is: 'present', how: 'personalCode' })
}, 60_000)

/** From the list to 现场补报, with the name of a villager who is not on it typed there. */
async function typeWalkIn(phone: Phone, classId: string): Promise<string> {
  await phone.open(`/training-day/list/index?id=${classId}&session=s1`)
  await phone.tap('现场补报')
  const [person] = here.cloud.emulator.store.find('people', { _id: personOf(14) } as never)
  const name = String(person?.name)
  await phone.type('写全姓名', name)
  return name
}

test('somebody who walked in is found by their name, gets a seat and is there', async () => {
  const classId = await todaysClass(here.cloud)
  const phone = here.phone('demo-expert')
  const name = await typeWalkIn(phone, classId)
  expect(await callsOf(phone, () => phone.tap('找'))).toEqual(['training.findWalkIn'])
  phone.state.modalAnswers.push(true)
  const calls = await callsOf(phone, () => phone.tap(inCard(phone, name, name)))
  expect(calls).toContain('training.recordAttendance')
  const rows = here.cloud.emulator.store.find('enrolments', { classId } as never)
  expect(rows).toMatchObject([{ personName: name, state: 'attended' }])
  expect(phone.text()).toContain(name)
  expect(phone.text()).toContain('已签到（现场补报）')
  expect(phone.text()).toContain('到了 1')
}, 60_000)

test('somebody who walked in where no seat is left: the teacher reads what can be done', async () => {
  const classId = await todaysClass(here.cloud, { households: [26], seats: 1, reserved: [] })
  const phone = here.phone('demo-expert')
  const name = await typeWalkIn(phone, classId)
  await phone.tap('找')
  phone.state.modalAnswers.push(true)
  await phone.tap(inCard(phone, name, name))
  expect(phone.text()).toContain(`${name}：名额满了。要加人，先在“改名额”里改多`)
  expect(phone.text()).toContain('到了 0')
}, 60_000)
