import { callerAt } from '../../scripts/screens/scene'
import { PLAIN } from '../system/training-desk'
import { type BrowserCloud, startBrowserCloud } from './cloud'
import { person } from './person'

let cloud: BrowserCloud
beforeAll(async () => {
  cloud = await startBrowserCloud()
}, 300_000)
afterAll(() => cloud?.close())

const BUREAU = 'demo-bureau'
async function publish(some: object): Promise<string> {
  const must = callerAt(cloud.url)
  const { classId } = await must(BUREAU, 'training.save', { plan: { ...PLAIN, ...some } })
  await must(BUREAU, 'training.publish', { classId })
  return classId
}
const pageOf = (classId: string) => `training/class/index?id=${classId}`

test('a class fills, somebody waits, a seat is given up and offered, taken, and confirmed after a change', async () => {
  const classId = await publish({ title: '川贝种植', seats: 1 })
  const seated = await person(cloud, 'demo-villager-21', pageOf(classId))
  await seated.tap('报名')
  await seated.sees('报上名了')
  const waits = await person(cloud, 'demo-villager-22', pageOf(classId))
  await waits.sees('可以排队')
  await waits.tap('排队等名额')
  await waits.sees('您排第 1 位')

  await seated.tap('去不了，取消报名')
  await seated.tap('身体不舒服')
  await seated.sees('已取消')
  await cloud.timer()

  await waits.open('home/index')
  await waits.sees('有名额了，')
  await waits.tapRow('川贝种植')
  await waits.sees('给您留到')
  await waits.tap('我要去')
  await waits.sees('报上名了')

  const must = callerAt(cloud.url)
  const { version, plan } = await must(BUREAU, 'training.plan', { classId })
  const sessions = plan.sessions.map((session) => ({ ...session, place: '李家湾村文化院坝' }))
  await must(BUREAU, 'training.changeTimeOrPlace', { classId, version, sessions, reason: '停电' })
  await cloud.timer()
  await waits.open('home/index')
  await waits.sees('时间或地点改了')
  await waits.tapRow('川贝种植')
  await waits.sees('李家湾村文化院坝')
  await waits.tap('我还来')
  await waits.seesNoMore('我还来')
  for (const each of [seated, waits]) {
    expect(await each.complaints()).toEqual([])
    await each.putAway()
  }
})

test('an offer that is declined goes to the next in line', async () => {
  const classId = await publish({ title: '花椒冬剪', seats: 1 })
  const must = callerAt(cloud.url)
  for (const n of [25, 26, 27]) await must(`demo-villager-${n}`, 'training.enrol', { classId, wait: true })
  await must('demo-villager-25', 'training.cancelEnrolment', { classId })
  await cloud.timer()
  const declines = await person(cloud, 'demo-villager-26', pageOf(classId))
  await declines.tap('让给别人')
  await declines.sees('名额马上留给下一位')
  // The button of the page, and that of the dialog, say the same; the last is on top.
  await declines.tap('让给别人')
  await declines.sees('排队等名额')
  await cloud.timer()
  const next = await person(cloud, 'demo-villager-27', pageOf(classId))
  await next.sees('有名额了', '我要去')
  for (const each of [declines, next]) {
    expect(await each.complaints()).toEqual([])
    await each.putAway()
  }
})
