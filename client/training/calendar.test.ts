import { calendarEvent } from './calendar'

const session = (day: number) => ({
  id: `s${day}`,
  startsAt: `2026-12-0${day}T01:00:00.000Z`,
  endsAt: `2026-12-0${day}T09:00:00.000Z`,
  place: `第${day}处`,
})
const CLASS = {
  phase: 'open' as const,
  title: '修剪班',
  sessions: [session(1), session(3)],
  meet: '村口',
  bring: '',
  contact: '0000-1234567',
}

test('the next meeting goes into the calendar, with where to gather and whom to call', () => {
  const before = Date.parse('2026-11-30T00:00:00Z')
  expect(calendarEvent(CLASS, before)).toEqual({
    title: '修剪班',
    startsAt: '2026-12-01T01:00:00.000Z',
    endsAt: '2026-12-01T09:00:00.000Z',
    place: '第1处',
    notes: '集合：村口\n电话：0000-1234567',
  })
  expect(calendarEvent(CLASS, Date.parse('2026-12-02T00:00:00Z'))?.place).toBe('第3处')
})

test('of a class that is behind us nothing goes into it', () => {
  expect(calendarEvent(CLASS, Date.parse('2026-12-04T00:00:00Z'))).toBeUndefined()
})

test('nor of one that is put off, whose dates do not hold', () => {
  const before = Date.parse('2026-11-30T00:00:00Z')
  expect(calendarEvent({ ...CLASS, phase: 'postponed' }, before)).toBeUndefined()
})
