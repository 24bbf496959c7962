import type { TrainingClass } from '../../cloudfunctions/areas/training/documents'
import { entryFor, head, personOf, todaysClass } from '../system/training-day'
import { desk, publishedClass } from '../system/training-desk'
import { callsOf, journey } from './journey'

const here = journey()

const DAY = 24 * 3_600_000
const at = (days: number, hours = 0) => new Date(Date.now() + days * DAY + hours * 3_600_000).toISOString()
/** As time does, which here nobody waits for. */
const change = (classId: string, fields: Partial<TrainingClass>) =>
  here.cloud.emulator.store.insertMany('classes', [
    { ...desk(here.cloud).classOf(classId), ...fields } as never,
  ])

/** The teacher has ticked the head of a household at the first session. */
const there = (classId: string, n: number) =>
  here.cloud.must('demo-bureau', 'training.recordAttendance', {
    ...{ classId, session: 's1' },
    entries: [entryFor(personOf(n), { at: at(0) })],
  })

test('who has been to the first session finds the class at home and on its page, with the next session', async () => {
  const sessions = [
    { id: 's1', startsAt: at(0, -1), endsAt: at(0, -0.5), place: '文化站' },
    { id: 's2', startsAt: at(7), endsAt: at(7, 2), place: '后山果园' },
  ]
  const classId = await todaysClass(here.cloud, {
    households: [193],
    title: '两次课的班',
    sessions,
    endsAt: at(7, 2),
  })
  await there(classId, 193)
  const phone = here.phone(head(193))
  await phone.open('/home/index')
  expect(phone.text()).toMatch(/两次课的班.*来过了，还有课/s)
  await phone.tap('两次课的班', 0)
  expect(phone.text()).toMatch(/您来过了。下一次课：.*，后山果园。/)
  expect(phone.text()).toContain('记到手机日历')
  expect(await callsOf(phone, () => phone.tap('签到'))).toEqual(['training.myCode'])
  await phone.open('/training/classes/index?tab=mine')
  expect(phone.text()).toMatch(/两次课的班.*后山果园.*来过了，还有课/s)
}, 60_000)

test('a class put off shows no date that holds; who has an offer leaves it to others', async () => {
  const classId = await publishedClass(here.cloud, { title: '推迟的班', seats: 1, meet: '早上 8:40 集合' })
  for (const n of [21, 22]) await here.cloud.must(head(n), 'training.enrol', { classId, wait: true })
  await here.cloud.must(head(21), 'training.cancelEnrolment', { classId })
  await here.cloud.timer()
  await here.cloud.must('demo-bureau', 'training.postpone', { classId, reason: '老师生病' })
  await here.cloud.timer()
  const phone = here.phone(head(22))
  await phone.open(`/training/class/index?id=${classId}`)
  expect(phone.text()).toMatch(/时间待定.*原定/s)
  for (const words of ['报名截止', '8:40', '以前都能取消', '记到手机日历', '我要去'])
    expect(phone.text()).not.toContain(words)
  phone.state.modalAnswers.push(true)
  expect(await callsOf(phone, () => phone.tap('让给别人'))).toEqual(['training.decline', 'training.get'])
  expect(phone.state.dialogs.at(-1)?.content).toBe('时间定了，名额留给后面的人。')
  expect(phone.text()).not.toContain('让给别人')
}, 60_000)

test('a class that is closed is not scanned for, has no code to show and no notice; it is said why', async () => {
  const classId = await todaysClass(here.cloud, { households: [194] })
  await there(classId, 194)
  change(classId, { state: 'finished' })
  const phone = here.phone(head(194))
  await phone.open(`/training-day/mine/index?id=${classId}`)
  expect(phone.text()).toContain('这个班结课了')
  for (const words of ['扫码签到', '还没签到', '用微信告诉我']) expect(phone.text()).not.toContain(words)

  const bureau = here.phone('demo-bureau')
  await bureau.open(`/desk/training/class/index?id=${classId}`)
  expect(bureau.text()).toContain('点名')
  expect(bureau.text()).not.toContain('出示签到码')
  await bureau.open(`/training-after/paper/index?id=${classId}`)
  expect(bureau.text()).toContain('花名册')
  expect(bureau.text()).not.toContain('通知海报')

  const informant = here.phone('demo-informant')
  await informant.open(`/training/class/index?id=${classId}`)
  expect(informant.text()).not.toContain('通知海报')
  await informant.open(`/training-after/poster/index?id=${classId}`)
  expect(informant.text()).toContain('这个班结束了，不用再贴通知。')
  for (const words of ['再试一次', '就能报名']) expect(informant.text()).not.toContain(words)
}, 60_000)

test('past its time, sign-up is not offered to be opened: it is said what to do', async () => {
  const classId = await publishedClass(here.cloud)
  await here.cloud.must('demo-bureau', 'training.closeSignUp', { classId })
  const bureau = here.phone('demo-bureau')
  await bureau.open(`/desk/training/class/index?id=${classId}`)
  expect(bureau.text()).toContain('重新开放报名')
  change(classId, { signUpClosesAt: at(0, -1) })
  await bureau.comeBack()
  expect(bureau.text()).not.toContain('重新开放报名')
  expect(bureau.text()).toContain('报名的时间到了。还要收人，请点“改时间地点”')
}, 60_000)
