import { CHECKS_IN, playDay } from '../../scripts/screens/day-scene'
import { callerAt } from '../../scripts/screens/scene'
import { type BrowserCloud, startBrowserCloud } from './cloud'
import { type Person, person } from './person'

let cloud: BrowserCloud
let classId = ''
beforeAll(async () => {
  cloud = await startBrowserCloud()
  classId = (await playDay(cloud.url, callerAt(cloud.url))).today
}, 300_000)
afterAll(() => cloud?.close())

const rowOf = (personId: string) =>
  cloud.emulator.store.find('enrolments', { _id: `${classId}:${personId}` })[0]
/** What the camera would read; a browser of the demonstration has it typed. */
const holdBefore = ({ page }: Person, text: string) =>
  page.once('dialog', (dialog) => void dialog.accept(text))

test('a villager opens the class, scans the teacher’s code and is there; the teacher’s screen counts them', async () => {
  const teacher = await person(cloud, 'demo-expert', `training-day/code/index?id=${classId}&session=s1`)
  await teacher.sees('秒后换新码', '已签到')
  const must = callerAt(cloud.url)
  const { codes } = await must('demo-expert', 'training.checkInCode', { classId, session: 's1' })
  const villager = await person(cloud, CHECKS_IN, `training/class/index?id=${classId}`)
  await villager.tap('签到')
  await villager.sees('还没签到', '的签到码')
  holdBefore(villager, 'https://example.com/')
  await villager.tap('扫码签到')
  await villager.sees('这不是签到码')
  await villager.tap('知道了')
  holdBefore(villager, codes[0]!.text)
  await villager.tap('扫码签到')
  await villager.sees('签到成功', '已签到')
  expect(rowOf('person-193-1')).toMatchObject({ state: 'attended', present: ['s1'] })
  for (const each of [teacher, villager]) {
    expect(await each.complaints()).toEqual([])
    await each.putAway()
  }
})

test('a list ticked without a network is kept through closing the app, and sent when the network is back', async () => {
  const name = String(rowOf('person-70-1')?.personName)
  const teacher = await person(cloud, 'demo-expert', `training-day/list/index?id=${classId}&session=s1`)
  await teacher.sees(name)
  await teacher.loseNetwork()
  await teacher.type('按名字找', name)
  await teacher.tap('到了')
  await teacher.sees('没有网络，照样可以点名', '1 条记在手机上')
  expect(rowOf('person-70-1')).toMatchObject({ state: 'enrolled' })
  // Closed and opened again, still without a network: what was ticked is there.
  await teacher.open('home/index')
  await teacher.open(`training-day/list/index?id=${classId}&session=s1`)
  await teacher.sees('1 条记在手机上')
  await teacher.findNetwork()
  await teacher.seesNoMore('还没发出去')
  await teacher.seesNoMore('记在手机上')
  expect(rowOf('person-70-1')).toMatchObject({ state: 'attended', checkIns: { s1: { how: 'tick' } } })
  expect(await teacher.complaints()).toEqual([])
  await teacher.putAway()
})

test('what was ticked without a network goes out from home when the network is back', async () => {
  const name = String(rowOf('person-6-1')?.personName)
  const teacher = await person(cloud, 'demo-expert', `training-day/list/index?id=${classId}&session=s1`)
  await teacher.sees(name)
  await teacher.loseNetwork()
  await teacher.type('按名字找', name)
  await teacher.tap('到了')
  await teacher.sees('1 条记在手机上')
  await teacher.open('home/index')
  await teacher.findNetwork()
  for (let tries = 0; tries < 100 && rowOf('person-6-1')?.state !== 'attended'; tries++)
    await teacher.page.waitForTimeout(100)
  expect(rowOf('person-6-1')).toMatchObject({ state: 'attended', checkIns: { s1: { is: 'present' } } })
  expect(await teacher.complaints()).toEqual([])
  await teacher.putAway()
})
