import { standingForAsker, standingForExpert, whenWords } from './state'

const NOW = Date.parse('2026-11-22T10:00:00.000Z')
const asked = { state: 'waiting', danger: false, reopened: 0, updatedAt: '2026-11-22T08:00:00.000Z' } as const

test('who asked reads whether to wait, to look, or that it is over', () => {
  expect(standingForAsker(asked)).toEqual({ kind: 'waiting', words: '等专家回复' })
  expect(standingForAsker({ ...asked, reopened: 2 })).toEqual({ kind: 'waiting', words: '等专家再回复' })
  expect(standingForAsker({ ...asked, state: 'answered' })).toEqual({
    kind: 'news',
    words: '专家回复了，看看管不管用',
  })
  expect(standingForAsker({ ...asked, state: 'resolved' })).toEqual({ kind: 'done', words: '办结了' })
})

test('the expert reads how long it has waited, danger in red and in words', () => {
  expect(standingForExpert(asked, NOW)).toEqual({ kind: 'waiting', words: '等了 2 小时' })
  expect(standingForExpert({ ...asked, danger: true }, NOW)).toEqual({
    kind: 'urgent',
    words: '急！等了 2 小时',
  })
  expect(standingForExpert({ ...asked, reopened: 1 }, NOW).words).toBe('农户说还不行，等了 2 小时')
  expect(standingForExpert({ ...asked, state: 'answered', danger: true }, NOW).kind).toBe('plain')
  expect(standingForExpert({ ...asked, state: 'resolved' }, NOW).kind).toBe('done')
})

test('a phone whose clock is behind the cloud’s does not count backwards', () => {
  expect(standingForExpert(asked, NOW - 24 * 60 * 60_000).words).toBe('等了 1 分钟')
})

test('a row says in Beijing time when the last thing happened, and what it was', () => {
  expect(whenWords(asked, NOW)).toBe('今天 16:00 问的')
  expect(whenWords({ ...asked, reopened: 1 }, NOW)).toBe('今天 16:00 说还不行')
  expect(whenWords({ ...asked, state: 'answered', updatedAt: '2026-11-21T16:30:00.000Z' }, NOW)).toBe(
    '今天 0:30 回复的',
  )
  expect(whenWords({ ...asked, state: 'resolved', updatedAt: '2025-11-21T16:00:00.000Z' }, NOW)).toBe(
    '2025 年 11 月 22 日 0:00 办结',
  )
})
