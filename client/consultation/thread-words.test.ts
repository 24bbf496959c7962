import type { QuestionDetail } from '../../contract/consultation'
import { answerTime, photoWords, stepsOf, whyNoAnswer } from './thread-words'

const NOW = Date.parse('2026-11-22T10:00:00.000Z')
const entry = (kind: 'answer' | 'notHelped' | 'helped', at: string) => ({ kind, by: '周明远', text: '', at })
const words = (state: QuestionDetail['state'], reopened = 0) =>
  stepsOf({ state, reopened }).map(({ word, kind }) => `${word} ${kind}`)

test('the steps say how far a question is', () => {
  expect(words('waiting')).toEqual(['已发出 done', '专家接了 done', '等回复 waiting', '解决 plain'])
  expect(words('waiting', 1)[2]).toBe('等再回复 waiting')
  expect(words('answered')).toEqual(['已发出 done', '专家接了 done', '已回复 news', '解决 plain'])
  expect(words('resolved')).toEqual(['已发出 done', '专家接了 done', '已回复 done', '解决 done'])
})

test('each answer says how long it took since it was asked, or since it came back', () => {
  const question = {
    askedAt: '2026-11-20T06:00:00.000Z',
    entries: [
      entry('answer', '2026-11-20T06:45:00.000Z'),
      entry('notHelped', '2026-11-21T01:00:00.000Z'),
      entry('answer', '2026-11-21T04:10:00.000Z'),
      entry('notHelped', '2026-11-21T05:00:00.000Z'),
      entry('answer', '2026-11-22T09:00:00.000Z'),
    ],
  }
  expect(answerTime(question, 0, NOW)).toBe('11 月 20 日 14:45 · 45 分钟内回复')
  expect(answerTime(question, 2, NOW)).toBe('昨天 12:10 · 3 小时内回复')
  expect(answerTime(question, 4, NOW)).toBe('今天 17:00 · 过了 1 天回复')
})

test('a photo that cannot simply be seen says why, to its sender and to others', () => {
  expect(photoWords({ state: 'shown', url: 'http://x' })).toBeUndefined()
  expect(photoWords({ state: 'shown' })).toBe('照片打不开')
  expect(photoWords({ state: 'checking', url: 'http://x' })).toContain('专家才看得到')
  expect(photoWords({ state: 'checking' })).toContain('过一会儿')
  expect(photoWords({ state: 'withheld', url: 'http://x' })).toContain('专家看不到')
  expect(photoWords({ state: 'withheld' })).toContain('看不到')
})

test('who may not answer is told why, and whose question it is', () => {
  const question = {
    mayAnswer: false,
    state: 'waiting',
    expert: { name: '周明远', title: '研究员' },
  } as const
  expect(whyNoAnswer({ ...question, mayAnswer: true })).toBeUndefined()
  expect(whyNoAnswer(question)).toContain('周明远')
  expect(whyNoAnswer({ ...question, state: 'answered' })).toContain('等农户')
  expect(whyNoAnswer({ ...question, state: 'resolved' })).toContain('办结')
})
