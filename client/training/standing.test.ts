import { enrolmentStanding, leftFor, sayDeadline, seatWords, standingOf } from './standing'

const NOW = Date.parse('2026-11-27T09:00:00+08:00')
const seats = { total: 128, taken: 118, perVillage: 2, takenByMyVillage: 1, myVillageName: '李家湾村' }
const open = { state: 'open', phase: 'open', line: true, seats } as const

test('a village’s seats count, unless the whole class has fewer left', () => {
  expect(leftFor(seats)).toBe(1)
  expect(leftFor({ ...seats, takenByMyVillage: 0, taken: 127 })).toBe(1)
  expect(leftFor({ total: 10, taken: 4 })).toBe(6)
})

test('each state is said in words that matter to me', () => {
  expect(standingOf(open)).toEqual({ kind: 'done', words: '本村还剩 1 个名额' })
  expect(standingOf({ ...open, seats: { total: 10, taken: 4 } }).words).toBe('还剩 6 个名额')
  expect(standingOf({ ...open, state: 'villageFull' }).words).toBe('李家湾村报满了，可以排队')
  expect(standingOf({ ...open, state: 'full', line: false }).words).toBe('报满了')
  expect(standingOf({ ...open, state: 'full', standing: 'enrolled' }).words).toBe('已报名')
  expect(standingOf({ ...open, state: 'full', standing: 'waiting' }).words).toBe('在排队')
})

test('what I have left behind does not stand in the way of what is open', () => {
  for (const standing of ['cancelled', 'declined', 'lapsed', 'refused'] as const)
    expect(standingOf({ ...open, standing }).words).toBe('本村还剩 1 个名额')
})

test('a class that was put off or called off says so before anything of mine', () => {
  expect(standingOf({ ...open, phase: 'postponed', standing: 'enrolled' }).words).toBe('推迟了，时间另定')
  expect(standingOf({ ...open, phase: 'cancelled', standing: 'enrolled' }).words).toBe('这个班取消了')
})

test('the seats are told of the class and of my village', () => {
  expect(seatWords(seats)).toBe('全班 128 个，还剩 10 个；李家湾村 2 个，还剩 1 个')
  expect(seatWords({ total: 30, taken: 1 })).toBe('全班 30 个，还剩 29 个')
  expect(seatWords({ total: 3, taken: 2 }, 'full')).toBe('全班 3 个，剩下的 1 个先留给别人')
  expect(seatWords({ total: 3, taken: 3 }, 'full')).toBe('全班 3 个，还剩 0 个')
})

const mine = { startsAt: '2026-12-03T01:00:00Z' } as const
test.each([
  [{ state: 'offered', offerUntil: '2026-11-28T03:00:00Z' }, 'urgent', '有名额了，明天上午 11:00 前定'],
  [{ state: 'enrolled', needsConfirm: true }, 'urgent', '时间或地点改了，还去不去'],
  [{ state: 'waiting', inLine: 3 }, 'waiting', '在排队，排第 3 位'],
  [{ state: 'waiting', needsConfirm: true }, 'waiting', '在排队'],
  [{ state: 'pending' }, 'waiting', '报了名，等审核'],
  [{ state: 'enrolled', off: { as: 'postponed', reason: '下雪' } }, 'waiting', '推迟了，时间另定'],
  [{ state: 'cancelled', off: { as: 'cancelled', reason: '路断了' } }, 'urgent', '这个班取消了，不用去'],
  [{ state: 'enrolled', startsAt: '2026-11-26T01:00:00Z' }, 'plain', '已经开课'],
  [{ state: 'attended' }, 'done', '来过了，还有课'],
  [{ state: 'attended', startsAt: '2026-11-27T01:00:00Z' }, 'done', '参加了'],
  [{ state: 'lapsed' }, 'plain', '没及时回，名额让出去了'],
] as const)('of an enrolment the most urgent is said first: %j', (some, kind, words) => {
  expect(enrolmentStanding({ ...mine, ...some }, NOW)).toEqual({ kind, words })
})

test.each([
  ['2026-11-27T11:30:00+08:00', '今天上午 11:30'],
  ['2026-11-28T08:00:00+08:00', '明天早上 8:00'],
  ['2026-11-29T12:00:00+08:00', '后天中午 12:00'],
  ['2026-12-03T15:05:00+08:00', '12 月 3 日下午 3:05'],
  ['2027-01-04T18:00:00+08:00', '2027 年 1 月 4 日晚上 6:00'],
])('a deadline %s is said aloud: %s', (at, words) => expect(sayDeadline(at, NOW)).toBe(words))
