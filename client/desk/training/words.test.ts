import {
  CLASS_KIND_NAMES,
  ENROLMENT_STATES,
  PERSON_KINDS,
  PHASES as STAGES,
  WAITLIST_RULE_WORDS,
} from '../../../contract/training'
import {
  answerLines,
  becauseWords,
  dayWords,
  fullWords,
  KIND_NAMES,
  overWords,
  PEOPLE_NAMES,
  PHASES,
  phaseWords,
  RULE_NAMES,
  reached,
  STATE_NAMES,
  toldWords,
  whenAndWhere,
  whoWords,
} from './words'

const NOW = Date.parse('2026-11-24T02:00:00Z')
const counts = { seats: 40, taken: 12, held: 1, waiting: 3 }

test('the client’s own tables are the contract’s', () => {
  expect(KIND_NAMES).toEqual(CLASS_KIND_NAMES)
  expect(Object.keys(PEOPLE_NAMES).sort()).toEqual([...PERSON_KINDS].sort())
  expect(Object.keys(PHASES)).toEqual([...STAGES])
  expect(Object.keys(STATE_NAMES).sort()).toEqual([...ENROLMENT_STATES].sort())
  // Who comes first is told to the bureau by name, to villagers without.
  expect({ ...RULE_NAMES, priority: WAITLIST_RULE_WORDS.priority }).toEqual(WAITLIST_RULE_WORDS)
  expect(WAITLIST_RULE_WORDS.priority).not.toContain('帮扶户')
})

test('a row says when, where and how full; a draft without dates says so', () => {
  expect(whenAndWhere({ startsAt: '2026-12-03T01:00:00Z', place: '文化站' }, NOW)).toBe(
    '12 月 3 日 9:00 · 文化站',
  )
  expect(whenAndWhere({ place: '' }, NOW)).toBe('时间还没定')
  expect(fullWords(counts)).toBe('报了 12 人，共 40 个名额 · 排队 3 人 · 留着 1 个名额等回话')
  expect(fullWords({ ...counts, held: 0, waiting: 0 })).toBe('报了 12 人，共 40 个名额')
})

test('a change says how many it is told to, those in line too', () => {
  expect(reached(counts)).toBe(16)
  expect(toldWords(counts)).toBe('会通知 16 人（排队的 3 人也在里面）。')
  expect(toldWords({ seats: 40, taken: 0, held: 0, waiting: 0 })).toContain('还没有人报名')
})

test('a class that is over by its dates asks to be closed', () => {
  expect(phaseWords('finished', true)).toEqual({ kind: 'waiting', words: '上完了，请结课' })
  expect(phaseWords('finished', false)).toEqual(PHASES.finished)
  expect(phaseWords('running', true)).toEqual(PHASES.running)
})

test('answers are read beside what was asked; what is asked no more is left out', () => {
  const questions = [
    { id: 'bed', label: '住不住', kind: 'yesNo', required: true },
    { id: 'food', label: '吃什么', kind: 'choice', options: ['米饭', '清真'], required: false },
    { id: 'shoes', label: '鞋码', kind: 'number', required: false },
  ] as const
  const answers = [
    { question: 'bed', value: false },
    { question: 'gone', value: '早先的' },
    { question: 'shoes', value: 42 },
  ]
  expect(answerLines(answers, questions as never)).toEqual(['住不住：不是', '鞋码：42'])
})

test('a row of the roster tells who signed up for them and when', () => {
  const row = { villageName: '李家湾村', enrolledAt: '2026-11-20T02:12:00Z', by: '仁青拉姆' }
  expect(whoWords(row as never, NOW)).toBe('李家湾村 · 仁青拉姆代报 · 11 月 20 日 10:12')
})

test('an offer says why it went to them, a quota that is too low whom it would affect', () => {
  expect(becauseWords({ because: 'village', villageName: '李家湾村' } as never)).toContain('李家湾村的名额')
  expect(becauseWords({ because: 'order', villageName: '李家湾村' } as never)).toBe('按排队的先后轮到')
  const over = { of: 'class', name: '全班', limit: 2, used: 3 } as const
  expect(overWords({ ...over, people: [{ personId: 'p', name: '张三' }] })).toBe(
    '全班：写的是 2 个，已经用了 3 个。最后报上的是张三。',
  )
  expect(overWords({ ...over, people: [] })).toBe('全班：写的是 2 个，已经用了 3 个。')
})

test('a day has its day of the week', () => {
  expect(dayWords('2026-12-03', NOW)).toBe('12 月 3 日 星期四')
})
