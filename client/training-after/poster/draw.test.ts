import { noticeLines } from './draw'

const NOW = Date.parse('2026-11-24T03:00:00Z')
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
  expect(noticeLines(NOTICE, NOW)[0]?.text).toBe('12 月 1 日 9:00（半天）')
})

test('of many villages the first are named', () => {
  const openTo = Array.from({ length: 30 }, (_, n) => `${n}村`)
  const line = noticeLines({ ...NOTICE, openTo }, NOW).find(({ name }) => name === '面向')
  expect(line?.text).toBe('0村、1村、2村、3村、4村、5村等')
})
