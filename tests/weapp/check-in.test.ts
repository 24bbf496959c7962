import { readScan } from '../../contract/training/scan'
import { checkInOf, head, personOf, rowOf, todaysClass } from '../system/training-day'
import { callsOf, inCard, journey, sent } from './journey'

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
  await phone.tap('扫他的签到码')
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

test('somebody who walked in is found by their name, gets a seat and is there', async () => {
  const classId = await todaysClass(here.cloud)
  const phone = here.phone('demo-expert')
  await phone.open(`/training-day/list/index?id=${classId}&session=s1`)
  await phone.tap('现场补报')
  const [person] = here.cloud.emulator.store.find('people', { _id: personOf(14) } as never)
  const name = String(person?.name)
  await phone.type('写全姓名', name)
  expect(await callsOf(phone, () => phone.tap('找'))).toEqual(['training.findWalkIn'])
  phone.state.modalAnswers.push(true)
  const calls = await callsOf(phone, () => phone.tap(inCard(phone, name, name)))
  expect(calls).toContain('training.recordAttendance')
  const rows = here.cloud.emulator.store.find('enrolments', { classId } as never)
  expect(rows).toMatchObject([{ personName: name, state: 'attended' }])
}, 60_000)
