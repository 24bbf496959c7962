import { sectionsOf, type Taken, textOf } from './words'

const NOW = Date.parse('2026-11-24T03:00:00Z')
const TAKEN: Taken = {
  me: {
    personId: 'person-1-2',
    name: '王秀英',
    birthYear: 1964,
    place: '李家湾村',
    phone: '13800001234',
    roles: [],
    agents: [],
    enrolments: 0,
    questions: 1,
    inScheme: true,
  },
  enrolments: [],
  questions: [
    {
      askedAt: '2026-11-20T01:40:00Z',
      text: '叶子发黄',
      state: '办结了',
      entries: [{ at: '2026-11-20T02:40:00Z', by: '周明远', text: '挖沟排水' }],
    },
  ],
  dividends: [{ year: 3, kind: '分红', amountFen: 100_000, dueOn: '2026-12-20', state: '没付' }],
  messages: [],
  complete: true,
}

test('all of it is in the text, whole, and what there is not is said', () => {
  const text = textOf(sectionsOf(TAKEN, NOW))
  expect(text).toContain('手机号：13800001234')
  expect(text).toContain(
    '11 月 20 日 周五 9:40 问：叶子发黄（办结了）\n　11 月 20 日 周五 10:40 周明远：挖沟排水',
  )
  expect(text).toContain('12 月 20 日 分红 1,000 元，没付')
  expect(text).toContain('【报过的班】\n没有')
})
