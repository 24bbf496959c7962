import { termsOf } from './terms'

const PLAIN = {
  sessions: [],
  openTo: [{ code: '519921', name: '云岭县' }],
  kind: 'lecture',
  approval: false,
  questions: [],
  line: true,
  waitlist: { rule: 'order', words: '谁先排谁先补', waiting: 0, claimHours: 8 },
} as const
const plain = { ...PLAIN, openTo: [...PLAIN.openTo], questions: [], sessions: [] }

test('a class for everybody says where, and how its line goes', () => {
  expect(termsOf(plain)).toEqual(['面向：云岭县', '报满了可以排队，谁先排谁先补'])
  expect(termsOf({ ...plain, line: false })[1]).toBe('报满了就不再排队')
})

test('every term has its line, and many places are counted', () => {
  const openTo = Array.from({ length: 8 }, (_, n) => ({ code: `51992110020${n}`, name: `村${n}` }))
  const questions = [{ id: 'stay', label: '住不住', kind: 'yesNo' as const, required: true }]
  expect(termsOf({ ...plain, openTo, questions, minAge: 16, onceInYears: 2, approval: true })).toEqual([
    '面向：村0、村1、村2、村3、村4、村5等 8 个地方',
    '满 16 岁',
    '田间大讲堂两年只能上一次',
    '报名以后要审核，通过了才算',
    '报名时要填：住不住',
    '报满了可以排队，谁先排谁先补',
  ])
})
