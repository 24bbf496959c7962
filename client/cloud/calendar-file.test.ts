import { calendarFile } from './calendar-file'

const EVENT = {
  title: '青脆李，冬季修剪',
  startsAt: '2026-12-01T01:00:00.000Z',
  endsAt: '2026-12-01T04:00:00.000Z',
  place: '李家湾村文化院坝',
  notes: '村口集合；带剪刀\n别忘了水'.repeat(10),
}

test('a calendar reads the event back: times in UTC, signs escaped, lines folded between characters', () => {
  const file = calendarFile(EVENT)
  const lines = file.split('\r\n')
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const unfolded = file.replace(/\r\n /g, '').split('\r\n')
  expect(unfolded).toContain('DTSTART:20261201T010000Z')
  expect(unfolded).toContain('DTEND:20261201T040000Z')
  expect(unfolded).toContain('SUMMARY:青脆李，冬季修剪')
  expect(unfolded.find((line) => line.startsWith('DESCRIPTION:村口'))).toBe(
    `DESCRIPTION:${EVENT.notes.replaceAll('\n', '\\n')}`,
  )
})

test('what could end a line or a value stays within it', () => {
  const file = calendarFile({ ...EVENT, title: 'a,b;c\\d\nEND:VCALENDAR' })
  expect(file.replace(/\r\n /g, '').split('\r\n')).toContain('SUMMARY:a\\,b\\;c\\\\d\\nEND:VCALENDAR')
})
