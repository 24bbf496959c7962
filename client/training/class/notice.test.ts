import type { ClassDetail } from '../../../contract/training'
import { noticesOf } from './notice'

const NOW = Date.parse('2026-11-27T01:00:00Z')
type Mine = NonNullable<ClassDetail['mine']>
const detail = (some: Partial<ClassDetail> = {}) =>
  ({
    phase: 'open',
    state: 'open',
    line: true,
    meet: '村口集合',
    bring: '带剪刀',
    cancelClosesAt: '2026-12-01T03:00:00Z',
    waitlist: { rule: 'order', words: '谁先排谁先补', waiting: 3, claimHours: 4 },
    ...some,
  }) as ClassDetail
const mine = (state: Mine['state'], some: Partial<Mine> = {}, more: Partial<ClassDetail> = {}) =>
  detail({ mine: { state, needsConfirm: false, answers: [], ...some }, ...more })
const read = (training: ClassDetail, who = '您') =>
  noticesOf(training, who, NOW).map(({ kind, words }) => `${kind}: ${words}`)

test('an open class says nothing of me', () => expect(read(detail())).toEqual([]))

test('who has a seat reads where to be and what to bring, and when it is too late to leave here', () => {
  expect(read(mine('enrolled'))).toEqual(['done: 已报名。村口集合，带剪刀。'])
  expect(read(mine('enrolled', {}, { cancelClosesAt: '2026-11-26T00:00:00Z' }))).toEqual([
    'done: 已报名。村口集合，带剪刀。',
    'waiting: 快开班了，不能在这里取消。去不了请打下面的电话说一声。',
  ])
})

test('an offer says until when, for whom it is', () => {
  expect(read(mine('offered', { offerUntil: '2026-11-28T03:00:00Z' }), '王秀英')).toEqual([
    'urgent: 有名额了，给王秀英留到明天上午 11:00。去不去，请在这以前定。',
  ])
  expect(read(mine('offered', { offerUntil: '2026-11-27T01:00:00Z' }))[0]).toContain('时间过了')
})

test('who has been to one session reads when and where the next is, until there is none', () => {
  const session = (day: string, place: string) => ({
    ...{ id: day, place },
    startsAt: `2026-12-${day}T01:00:00Z`,
    endsAt: `2026-12-${day}T09:00:00Z`,
  })
  const sessions = [session('07', '文化站'), session('14', '果园')]
  const on = (at: string, phase: ClassDetail['phase'] = 'running') =>
    noticesOf(mine('attended', {}, { sessions, phase }), '您', Date.parse(at)).map(({ words }) => words)
  expect(on('2026-12-07T10:00:00Z')).toEqual(['您来过了。下一次课：12 月 14 日 9:00，果园。'])
  expect(on('2026-12-14T01:00:00Z')).toEqual(['您参加了这个班。'])
  expect(on('2026-12-07T10:00:00Z', 'postponed')).toEqual(['这个班推迟了，时间定了再通知。'])
})

test('who waits reads their place, how many wait, the rule, and what comes', () => {
  expect(read(mine('waiting', { place: 2 }))).toEqual([
    'waiting: 您排第 2 位，一共 3 人在排。谁先排谁先补。轮到了会通知，名额留 4 小时等回话（只算上班时间）。',
  ])
})

test('a class that changed, was put off or called off says so first, with the reason', () => {
  expect(read(mine('enrolled', { needsConfirm: true }))[0]).toMatch(/^urgent: 时间或者地点改了/)
  expect(read(mine('enrolled', {}, { phase: 'postponed', reason: '下雪' }))).toEqual([
    'waiting: 这个班推迟了，时间定了再通知。原因：下雪。您的名额还在。',
  ])
  expect(read(mine('cancelled', {}, { phase: 'cancelled', reason: '路断了' }))).toEqual([
    'urgent: 这个班取消了，不用去了。原因：路断了。',
  ])
})

test('what was lost says why, and whether it can be had again', () => {
  expect(read(mine('refused', { reason: '先安排没上过课的人' }))).toEqual([
    'plain: 您上次报名没有通过。原因：先安排没上过课的人。还想去，可以再报名。',
  ])
  const full = { obstacle: { code: 'CLASS_FULL', message: '这个班报满了。请看看别的班。' } }
  expect(read(mine('lapsed', {}, full))[0]).toContain('可以重新排队')
})

test('a full class tells the way into its line; one without a line, to look elsewhere', () => {
  const obstacle = { code: 'VILLAGE_FULL', message: '您村的名额报满了。请看看别的班。' }
  expect(read(detail({ state: 'villageFull', obstacle }))).toEqual([
    'plain: 您村的名额报满了。可以排队，有人退出就补上：谁先排谁先补。现在 3 人在排。',
  ])
  expect(read(detail({ state: 'villageFull', obstacle, line: false }))).toEqual([
    `plain: ${obstacle.message}`,
  ])
  expect(read(detail({ state: 'full' }))[0]).toContain('这个班报满了。可以排队')
  expect(read(detail({ state: 'closed', phase: 'closed' }))[0]).toContain('报名已经截止')
})
