import { sessionWords } from './session-words'

const NOW = Date.parse('2026-11-27T01:00:00Z')

test('a meeting is said in Beijing time, with both days where it lasts for several', () => {
  const startsAt = '2026-12-03T01:00:00Z'
  expect(sessionWords({ startsAt, endsAt: '2026-12-03T09:30:00Z' }, NOW)).toBe('12 月 3 日 9:00 到 17:30')
  expect(sessionWords({ startsAt, endsAt: '2026-12-05T16:00:00Z' }, NOW)).toBe(
    '12 月 3 日 9:00 到 12 月 6 日 0:00',
  )
})
