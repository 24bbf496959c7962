import { desk, expectSound } from '../system/training-desk'
import { busyEdge, callsOf, journey, saysYes } from './journey'
import type { Phone } from './phone/phone'

const here = journey()

const HOME = '/desk/training/home/index'
const DAY = 24 * 3_600_000
const later = (before: string, after: string) => (Date.parse(after) - Date.parse(before)) / DAY
/** Presses through the steps that need nothing. */
const onTo = async (phone: Phone, ...steps: string[]) => {
  for (const step of steps) await phone.tap(`下一步：${step}`)
}

test('last year’s class is copied, changed, published, filled, decided about, moved and called off', async () => {
  const bureau = here.phone('demo-bureau')
  await bureau.open(HOME)
  await bureau.tap('照去年的班再办')
  expect(bureau.text()).toContain('照这个班再办一个')
  await bureau.tap('青脆李田间大讲堂')
  expect(await callsOf(bureau, () => bureau.tap('照这个班再办一个'))).toEqual([
    'training.copy',
    'training.plan',
  ])
  const drafts = await here.cloud.must('demo-bureau', 'training.desk', { show: 'draft' })
  const classId = drafts.classes.find(({ title }) => title === '青脆李田间大讲堂')!.id
  const copied = desk(here.cloud).classOf(classId)

  // A week later, one seat, and each is decided about.
  await bureau.tap('时间地点')
  await bureau.tap('都晚一周')
  expect(await callsOf(bureau, () => onTo(bureau, '谁能来'))).toEqual(['training.save', 'training.plan'])
  // Nothing was changed at this step: nothing is sent.
  expect(await callsOf(bureau, () => onTo(bureau, '名额'))).toEqual([])
  await bureau.type('#seats-all', '一个')
  expect(await callsOf(bureau, () => onTo(bureau, '报名要问的'))).toEqual([])
  expect(bureau.text()).toContain('请只填数字')
  await bureau.type('#seats-all', '1')
  await bureau.tap('报名要我们审核')
  await onTo(bureau, '报名要问的', '资料和封面', '检查发布')
  expect(bureau.text()).toContain('一共 1 个')
  expect(await callsOf(bureau, () => bureau.tap('发布，让大家报名'))).toEqual([
    'training.publish',
    'training.plan',
  ])
  const published = desk(here.cloud).classOf(classId)
  expect(later(copied.startsAt, published.startsAt)).toBe(7)
  expect(later(copied.signUpClosesAt, published.signUpClosesAt)).toBe(7)
  expect(published).toMatchObject({ state: 'published', seats: 1, approval: true, title: copied.title })

  // One signs up, another stands in line.
  const [first, second] = ['demo-villager-71', 'demo-villager-72'].map((openid) => here.phone(openid)) as [
    Phone,
    Phone,
  ]
  for (const phone of [first, second]) await phone.open(`/training/class/index?id=${classId}`)
  await first.tap('报名')
  await second.comeBack()
  await second.tap('排队等名额')

  await bureau.comeBack()
  expect(bureau.text()).toContain('1 人等您审核')
  await bureau.tap('审核报名')
  expect(await callsOf(bureau, () => bureau.tap('通过'))).toEqual(['training.decide', 'training.roster'])
  expect(bureau.text()).toContain('没有等审核的')
  await bureau.tap('排队的')
  expect(bureau.text()).toContain('第 1 位')
  await bureau.back()

  await bureau.tap('改时间地点')
  await bureau.tap('改时间地点，通知大家')
  expect(bureau.text()).toContain('请点一下原因')
  await bureau.type('#session-place-0', '高坪乡会议室')
  await bureau.tap('场地用不了')
  await saysYes(bureau)
  expect(await callsOf(bureau, () => bureau.tap('改时间地点，通知大家'))).toEqual([
    'training.changeTimeOrPlace',
    'training.plan',
  ])
  expect(bureau.state.dialogs.at(-1)?.content).toContain('会通知 2 人')
  await here.cloud.timer()
  await first.comeBack()
  expect(first.text()).toContain('高坪乡会议室')
  expect(first.text()).toContain('我还来')

  await bureau.tap('取消这个班')
  expect(bureau.text()).toContain('会通知 2 人（排队的 1 人也在里面）')
  await bureau.tap('报名的人太少')
  await saysYes(bureau)
  expect(await callsOf(bureau, () => bureau.tap('取消，通知大家'))).toEqual([
    'training.cancel',
    'training.plan',
  ])
  expect(bureau.text()).toContain('原因：报名的人太少')
  await here.cloud.timer()
  await second.comeBack()
  expect(second.text()).toContain('报名的人太少')
  expectSound(here.cloud, classId)
}, 120_000)

test('a new class: the cover, a document, the place on the map, a question; where the cloud is busy it is one class', async () => {
  const openid = 'demo-bureau'
  const bureau = here.phone(openid, busyEdge(here.cloud, openid, 'training.save', 1))
  await bureau.open('/desk/training/edit/index')
  await bureau.tap('下一步：时间地点')
  // What is wrong stands beside it, and nothing was sent.
  expect(bureau.text()).toContain('请选是哪一类')
  await bureau.type('#class-title', '羊肚菌种植')
  await bureau.tap('培训班')
  await bureau.tap('绿色蔬菜')
  const before = (await here.cloud.must(openid, 'training.desk', { show: 'draft' })).classes.length
  await bureau.tap('下一步：时间地点')
  const { classes } = await here.cloud.must(openid, 'training.desk', { show: 'draft' })
  expect([classes.length, classes.filter(({ title }) => title === '羊肚菌种植').length]).toEqual([
    before + 1,
    1,
  ])
  const classId = classes.find(({ title }) => title === '羊肚菌种植')!.id

  const inTwoWeeks = new Date(here.cloud.emulator.clock.now() + 14 * DAY).toISOString().slice(0, 10)
  await bureau.tap('加上课的时间')
  await bureau.tap('下一步：谁能来')
  expect(bureau.text()).toContain('请选哪一天上课')
  await bureau.change('<picker>', inTwoWeeks, 0)
  await bureau.type('#session-place-0', '高桥镇会议室')
  await bureau.tap('在地图上标出来，大家能导航')
  expect(bureau.text()).toContain('地图上标好了')
  await bureau.tap('照平常的填：前两天停报名，前一天停取消')
  await bureau.type('#class-contact', '办公室')
  await bureau.tap('下一步：谁能来')
  // The server's refusal, beside its field; what was typed is there.
  expect(bureau.text()).toContain('电话只写数字和横线')
  expect(bureau.value('#session-place-0')).toBe('高桥镇会议室')
  await bureau.type('#class-contact', '0000-7654321')
  await bureau.tap('下一步：谁能来')
  await onTo(bureau, '名额', '报名要问的')
  await bureau.tap('问一个问题')
  await bureau.type('#question-label-0', '吃什么')
  await bureau.type('#question-options-0', '普通餐、清真餐')
  await bureau.tap('下一步：资料和封面')
  bureau.state.chatFiles.push({ name: '讲义.pdf', bytes: new Uint8Array([1, 2, 3]) })
  await bureau.tap('选一张照片做封面')
  await bureau.tap('加一份资料')
  await bureau.tap('下一步：检查发布')
  expect(bureau.text()).toContain('有封面 · 资料 1 份')

  // What is missing for it to be published is told with its step; the draft is kept on the server meanwhile.
  await bureau.tap('发布，让大家报名')
  expect(bureau.text()).toContain('请写讲什么')
  expect(desk(here.cloud).classOf(classId)).toMatchObject({
    state: 'draft',
    sessions: [{ place: '高桥镇会议室', point: { latitude: expect.any(Number) } }],
    questions: [{ label: '吃什么', options: ['普通餐', '清真餐'] }],
    materials: [{ name: '讲义' }],
    photos: [{ fileID: expect.stringMatching(/\.png$/) }],
  })
}, 120_000)

test('a teacher of no village goes on without being sent back, and the class is theirs once it has its places', async () => {
  const teacher = here.phone('demo-expert')
  await teacher.open('/desk/training/edit/index')
  await teacher.type('#class-title', '羊肚菌种植二班')
  await teacher.tap('培训班')
  await teacher.tap('绿色蔬菜')
  await teacher.tap('下一步：时间地点')
  expect(teacher.text()).toContain('第 2 步，共 7 步')
  await teacher.tap('下一步：谁能来')
  await teacher.tap('下一步：名额')
  expect(teacher.text()).toContain('请选面向哪些地方')
  await teacher.tap('#places-class-places')
  await teacher.tap('青石乡')
  await teacher.tap('整个青石乡')
  await teacher.tap('选好了')
  await teacher.tap('下一步：名额')
  expect(teacher.text()).toContain('第 4 步，共 7 步')
  const { classes } = await here.cloud.must('demo-expert', 'training.desk', { show: 'draft' })
  expect(classes.map(({ title }) => title)).toEqual(['羊肚菌种植二班'])
}, 60_000)

test('what was typed outlives the phone’s battery; where a colleague was faster it is told and nothing is lost', async () => {
  const plan = {
    title: '等两个人改的班',
    topic: 'herb',
    kind: 'class',
    openTo: ['519921'],
    seats: 20,
  } as const
  const { classId } = await here.cloud.must('demo-bureau', 'training.save', {
    plan: { ...plan, openTo: ['519921'] },
  })
  const page = `/desk/training/edit/index?id=${classId}&step=seats`
  const bureau = here.phone('demo-bureau')
  await bureau.open(page)
  await bureau.type('#seats-village', '3')
  await bureau.open(page)
  expect(bureau.value('#seats-village')).toBe('3')
  await here.cloud.must('demo-bureau', 'training.save', {
    ...{ classId, version: 1 },
    plan: { ...plan, openTo: ['519921'], title: '同事改了名的班' },
  })
  await bureau.tap('下一步：报名要问的')
  expect(bureau.state.dialogs.at(-1)?.content).toContain('别人刚改过这个班')
  expect(bureau.value('#seats-village')).toBe('3')
  await bureau.tap('下一步：报名要问的')
  expect(desk(here.cloud).classOf(classId)).toMatchObject({
    title: '同事改了名的班',
    seatsPerVillage: 3,
    version: 3,
  })
}, 60_000)

test('fewer seats than are taken change nothing and say who came last', async () => {
  const bureau = here.phone('demo-bureau')
  for (const n of [81, 82])
    await here.cloud.must(`demo-villager-${n}`, 'training.enrol', { classId: 'class-open-3' })
  await bureau.open('/desk/training/class/index?id=class-open-3')
  await bureau.tap('改名额')
  await bureau.type('#seats-all', '1')
  await bureau.type('#seats-village', '')
  await bureau.tap('改名额')
  expect(bureau.text()).toContain('没有改：名额比已经用了的少。全班：写的是 1 个，已经用了 2 个')
  expect(desk(here.cloud).classOf('class-open-3')).toMatchObject({ seats: 40, seatsPerVillage: 5 })
  await bureau.type('#seats-all', '60')
  await bureau.tap('改名额')
  expect(desk(here.cloud).classOf('class-open-3').seats).toBe(60)
}, 60_000)

test('places are ticked on a tree, a township in place of its villages; teachers in the directory', async () => {
  const bureau = here.phone('demo-bureau')
  await bureau.open('/desk/training/edit/index')
  await bureau.type('#class-title', '只给两个地方')
  await bureau.tap('培训班')
  await bureau.tap('特色水果')
  await bureau.tap('从专家名录里选老师')
  await bureau.tap('.teacher', 0)
  await bureau.tap('选好了，1 位')
  expect(bureau.text()).toContain('换老师、加老师')
  await bureau.tap('下一步：时间地点')
  await onTo(bureau, '谁能来')
  await bureau.tap('#places-class-places')
  await bureau.tap('青石乡')
  await bureau.tap('李家湾村')
  await bureau.tap('整个青石乡')
  await bureau.tap('选好了')
  expect(bureau.text()).toContain('青石乡')
  await bureau.tap('下一步：名额')
  const { classes } = await here.cloud.must('demo-bureau', 'training.desk', { show: 'draft' })
  const { id } = classes.find(({ title }) => title === '只给两个地方')!
  expect(desk(here.cloud).classOf(id)).toMatchObject({
    openTo: [{ code: '519921100' }],
    teachers: [{ name: expect.any(String) }],
  })
}, 60_000)

test('a year nobody has entered says so; entered, it does not', async () => {
  const year = new Date(here.cloud.emulator.clock.now()).getFullYear() + 1
  const bureau = here.phone('demo-bureau')
  await bureau.open('/desk/training/calendar/index')
  await bureau.tap(`${year} 年`)
  expect(bureau.text()).toContain('还没有填')
  await bureau.tap('加一个节日')
  await bureau.type('#holiday-name-0', '元旦')
  await bureau.change('<picker>', `${year}-01-01`, 0)
  expect(await callsOf(bureau, () => bureau.tap(`保存 ${year} 年的工作日历`))).toEqual([
    'calendar.save',
    'calendar.get',
  ])
  expect(bureau.text()).not.toContain('还没有填')
  expect(await here.cloud.must('demo-villager', 'calendar.get', { year })).toMatchObject({
    entered: true,
    holidays: [{ name: '元旦', from: `${year}-01-01`, until: `${year}-01-01` }],
  })
}, 60_000)
