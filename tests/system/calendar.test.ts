import { type Cloud, startCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const HOURS = [{ from: '08:30', until: '12:00' }]

test('a year is entered once, changed by who has seen it, and warned of while it is missing', async () => {
  const missing = await cloud.must('demo-bureau', 'calendar.get', { year: 2031 })
  expect(missing).toMatchObject({ entered: false, version: 0, warning: expect.stringContaining('2031') })
  const year = {
    year: 2031,
    holidays: [{ name: '元旦', from: '2031-01-01', until: '2031-01-01' }],
    workdays: ['2031-01-04'],
    hours: HOURS,
  }
  const both = await Promise.all([
    cloud.ask('demo-bureau', 'calendar.save', { ...year, version: 0 }),
    cloud.ask('demo-admin', 'calendar.save', { ...year, version: 0 }),
  ])
  // One entered it; the other is told to look first.
  expect(both.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['STALE', 'ok'])
  expect(await cloud.must('demo-villager', 'calendar.get', { year: 2031 })).toEqual({
    ...year,
    entered: true,
    version: 1,
  })
  const wrong = { ...year, version: 1, workdays: ['2032-01-04'] }
  expect(await cloud.ask('demo-bureau', 'calendar.save', wrong)).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { 'workdays.0': expect.any(String) } },
  })
})
