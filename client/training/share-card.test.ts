import { shareCard } from './share-card'

const NOW = Date.parse('2026-11-24T03:00:00Z')
const CLASS = {
  phase: 'open' as const,
  id: 'class-open-3',
  title: '青脆李冬季修剪',
  startsAt: '2026-12-01T01:00:00.000Z',
  endsAt: '2026-12-01T04:00:00.000Z',
}

test('a card says what and when, and opens the class for whoever taps it', () => {
  expect(shareCard(CLASS, NOW)).toEqual({
    title: '青脆李冬季修剪，12 月 1 日 9:00',
    path: '/training/class/index?id=class-open-3',
  })
  expect(shareCard({ ...CLASS, phase: 'postponed' }, NOW).title).toBe('青脆李冬季修剪，时间待定')
  expect(shareCard({ ...CLASS, cover: 'https://x/cover.png' }, NOW)).toMatchObject({
    imageUrl: 'https://x/cover.png',
  })
})
