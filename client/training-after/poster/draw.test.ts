import { noticeLines } from './draw'

const NOW = Date.parse('2026-11-24T03:00:00Z')
const session = (day: string, place: string) => ({
  startsAt: `${day}T01:00:00.000Z`,
  endsAt: `${day}T04:00:00.000Z`,
  place,
})
const NOTICE = {
  picture: '',
  title: '青脆李冬季修剪',
  kind: 'skill' as const,
  startsAt: '2026-12-01T01:00:00.000Z',
  endsAt: '2026-12-01T04:00:00.000Z',
  days: 0.5,
  place: '李家湾村文化院坝',
  meet: '',
  bring: '剪刀',
  costs: '不收费',
  contact: '0000-1234567',
  signUpClosesAt: '2026-11-29T01:00:00.000Z',
  teachers: ['李老师'],
  openTo: ['云岭县'],
  sessions: [session('2026-12-01', '李家湾村文化院坝')],
}

test('a notice says when, where, who, for whom and until when; what nobody wrote is left out', () => {
  expect(noticeLines(NOTICE, NOW).map(({ name }) => name)).toEqual([
    '时间',
    '地点',
    '老师',
    '面向',
    '费用',
    '要带',
    '报名',
  ])
  expect(noticeLines(NOTICE, NOW)[0]?.text).toBe('12 月 1 日 周二 9:00（半天）')
})

test('of many villages the first are named', () => {
  const openTo = Array.from({ length: 30 }, (_, n) => `${n}村`)
  const line = noticeLines({ ...NOTICE, openTo }, NOW).find(({ name }) => name === '面向')
  expect(line?.text).toBe('0村、1村、2村、3村、4村、5村等 30 个地方')
})

test('who may come is said with the least age; what to bring says 带 once', () => {
  const lines = noticeLines({ ...NOTICE, minAge: 18, bring: '带剪刀和手套' }, NOW)
  const textOf = (name: string) => lines.find((line) => line.name === name)?.text
  expect(textOf('面向')).toBe('云岭县，满 18 岁')
  expect(textOf('要带')).toBe('剪刀和手套')
})

test('of several sessions each has its day, and its place where it is not the same', () => {
  const there = (second: string) =>
    noticeLines(
      {
        ...NOTICE,
        endsAt: '2026-12-08T04:00:00.000Z',
        sessions: [session('2026-12-01', '文化院坝'), session('2026-12-08', second)],
      },
      NOW,
    ).slice(0, 4)
  expect(there('李家湾果园')).toEqual([
    { name: '时间', text: '一共 2 次课' },
    { name: '第1次', text: '12 月 1 日 周二 9:00，文化院坝' },
    { name: '第2次', text: '12 月 8 日 周二 9:00，李家湾果园' },
    { name: '老师', text: '李老师' },
  ])
  expect(there('文化院坝')[1]?.text).toBe('12 月 1 日 周二 9:00')
  expect(there('文化院坝')[3]).toEqual({ name: '地点', text: '李家湾村文化院坝' })
})

test('of many sessions the first are named', () => {
  const sessions = Array.from({ length: 8 }, (_, n) => session(`2026-12-0${n + 1}`, '文化院坝'))
  expect(noticeLines({ ...NOTICE, sessions }, NOW)[7]).toEqual({ name: '', text: '还有 2 次，扫码看' })
})
