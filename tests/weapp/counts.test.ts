import { publishedClass } from '../system/training-desk'
import { busyEdge, callsOf, inCard, journey } from './journey'

const here = journey()

const grouped = (count: number) => count.toLocaleString('en-US')

test('the year’s number, what is still to do, and the people behind a part of it', async () => {
  const year = new Date(here.cloud.emulator.clock.now()).getFullYear()
  const bureau = here.phone('demo-bureau')
  await bureau.open('/desk/bureau/home/index')
  expect(await callsOf(bureau, () => bureau.tap('培训人次'))).toEqual(['training.counts'])
  const { total, lines } = await here.cloud.must('demo-bureau', 'training.counts', { year, by: 'township' })
  expect(bureau.text()).toContain(`已有 ${grouped(total)} 人次`)
  expect(bureau.text()).toContain(`还差 ${grouped(6000 - total)}`)

  expect(await callsOf(bureau, () => bureau.tap('乡镇'))).toEqual(['training.counts'])
  const [line] = [...lines].sort((a, b) => b.count - a.count)
  expect(await callsOf(bureau, () => bureau.tap(line!.name!))).toEqual(['training.countRows'])
  expect(bureau.text()).toContain(`一共 ${grouped(line!.count)} 人次`)
  const about = { year, by: 'township', key: line!.key } as const
  const { rows, next } = await here.cloud.must('demo-bureau', 'training.countRows', about)
  expect(bureau.find('.card')).toHaveLength(rows.length)
  expect(bureau.text()).toContain(rows[0]!.name)
  // The demo county's largest township has more than a page.
  expect(next).toEqual(expect.any(String))
  await bureau.tap('看更多')
  expect(bureau.find('.card').length).toBeGreaterThan(rows.length)
}, 120_000)

test('a target is typed as it is written, what is wrong is said beside it, and a busy cloud sets it once', async () => {
  const year = new Date(here.cloud.emulator.clock.now()).getFullYear()
  const target = async () =>
    (await here.cloud.must('demo-bureau', 'training.counts', { year, by: 'topic' })).target
  const bureau = here.phone('demo-bureau', busyEdge(here.cloud, 'demo-bureau', 'training.setTarget', 1))
  await bureau.open('/desk/training/counts/index')
  await bureau.tap('改目标')
  await bureau.type('#target', '七千')
  expect(await callsOf(bureau, () => bureau.tap('保存目标'))).toEqual([])
  expect(bureau.text()).toContain('请只填数字')
  await bureau.type('#target', '7,000')
  await bureau.tap('保存目标')
  expect(await target()).toBe(7000)
  expect(bureau.text()).toContain('目标 7,000 人次')
  await bureau.tap('改目标')
  await bureau.type('#target', '0')
  await bureau.tap('保存目标')
  expect(await target()).toBeUndefined()
  expect(bureau.text()).toContain('还没有定')
  expect(bureau.text()).toContain('定目标')
}, 60_000)

test('who has no phone is told by the informant: a seat until when, and it is off the list once they were told', async () => {
  const [without, classId] = ['person-1-3', await publishedClass(here.cloud, { seats: 1 })]
  await here.cloud.must('demo-villager-30', 'training.enrol', { classId })
  await here.cloud.must('demo-informant', 'training.enrol', { classId, people: [without], wait: true })
  const informant = here.phone('demo-informant')
  await informant.open('/desk/informant/people/index')
  await informant.tap('请转告')
  expect(informant.text()).toContain('没有要转告的')
  await here.cloud.must('demo-villager-30', 'training.cancelEnrolment', { classId })
  await here.cloud.timer()
  await informant.comeBack()
  await informant.back()
  expect(informant.text()).toContain('请转告 1 件')
  await informant.tap('请转告 1 件')
  const { messages } = await here.cloud.must('demo-informant', 'training.tellOthers', {})
  const [offer] = messages
  expect(messages).toHaveLength(1)
  expect(informant.text()).toContain('给您留到')
  expect(informant.shows('没有留电话')).toBe(offer!.phone === undefined)

  // What they want can be done from here, for them.
  await informant.tap('看这个班，替他办')
  expect(informant.text()).toContain(`正在为 ${offer!.name} 办理`)
  expect(informant.text()).toContain(`${offer!.name}要去`)
  await informant.back()
  expect(await callsOf(informant, () => informant.tap(inCard(informant, offer!.title, '已转告')))).toEqual([
    'training.toldOthers',
    'training.tellOthers',
  ])
  expect(informant.text()).toContain('没有要转告的')
  expect((await here.cloud.must('demo-informant', 'training.tellOthers', {})).messages).toEqual([])
}, 60_000)
