import { holidayWords, problemsIn } from './year-form'

const hours = [{ from: '09:00', until: '12:00' }]
const NOW = Date.parse('2027-01-24T02:00:00Z')

test('what was added and not filled in is told beside it', () => {
  const holidays = [{ name: ' ', from: '', until: '' }]
  expect(Object.keys(problemsIn({ holidays, workdays: [''], hours: [] }))).toEqual([
    'holidays.0.name',
    'holidays.0.from',
    'holidays.0.until',
    'workdays.0',
    'hours',
  ])
  const whole = [{ name: '元旦', from: '2027-01-01', until: '2027-01-03' }]
  expect(problemsIn({ holidays: whole, workdays: ['2027-01-04'], hours })).toEqual({})
})

test('a holiday of one day is said once', () => {
  expect(holidayWords({ name: '元旦', from: '2027-01-01', until: '2027-01-01' }, NOW)).toBe('元旦：1 月 1 日')
  expect(holidayWords({ name: '元旦', from: '2027-01-01', until: '2027-01-03' }, NOW)).toBe(
    '元旦：1 月 1 日到 1 月 3 日',
  )
})
