import { SUBJECT, type Subject } from '../../contract/consultation'
import { CROPS, FIELDS, knowsWords, servesWords, takesWords } from './words'

const NOW = Date.parse('2026-11-24T02:00:00Z')

test('every crop and animal is looked for under its field', () => {
  for (const field of FIELDS) {
    const theirs = (Object.keys(SUBJECT) as Subject[]).filter((subject) => SUBJECT[subject].field === field)
    expect([...CROPS[field]].sort()).toEqual(theirs.sort())
  }
})

test('what they know, and where they come', () => {
  expect(knowsWords({ fields: ['fruit'], crops: ['plum', 'walnut'] })).toBe('李子、核桃板栗')
  expect(knowsWords({ fields: ['fruit', 'herb'], crops: [] })).toBe('特色水果、道地中药材')
  expect(servesWords({ townships: [] })).toBe('全县')
  expect(servesWords({ townships: [{ code: '519921100', name: '青石乡' }] })).toBe('青石乡')
})

test('whether one can ask them now is said in words, with the day they are back', () => {
  expect(takesWords({ now: true }, NOW)).toEqual({ kind: 'done', words: '现在可以问' })
  expect(takesWords({ now: false, why: 'leave', until: '2026-12-03' }, NOW).words).toBe('请假，到 12 月 3 日')
  expect(takesWords({ now: false, why: 'full' }, NOW).kind).toBe('waiting')
  expect(takesWords({ now: false, why: 'paused' }, NOW).kind).toBe('plain')
})
