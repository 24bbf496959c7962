import { dayOfClass } from './day'

const session = (id: string, day: string) => ({
  ...{ id, place: '文化站' },
  startsAt: `${day}T01:00:00.000Z`,
  endsAt: `${day}T09:00:00.000Z`,
})
const planned = (phase: string, toFinish = false) =>
  ({
    classId: 'class-1',
    phase,
    toFinish,
    plan: { sessions: [session('s1', '2026-12-03'), session('s2', '2026-12-05')] },
  }) as never
const at = (day: string) => Date.parse(`${day}T02:00:00Z`)

test('on a day of the class there are the code and the list of that session, afterwards the list', () => {
  expect(dayOfClass(planned('open'), at('2026-12-02'))).toBeUndefined()
  expect(dayOfClass(planned('running'), at('2026-12-03'))).toEqual({
    at: 'id=class-1&session=s1',
    code: true,
  })
  expect(dayOfClass(planned('running'), at('2026-12-05'))).toEqual({
    at: 'id=class-1&session=s2',
    code: true,
  })
  expect(dayOfClass(planned('finished'), at('2026-12-09'))).toEqual({
    at: 'id=class-1&session=s2',
    code: false,
  })
})

test('once the class is closed no code is shown any more, though it is still the day; past its end it is', () => {
  expect(dayOfClass(planned('finished', true), at('2026-12-05'))?.code).toBe(true)
  expect(dayOfClass(planned('finished'), at('2026-12-05'))).toEqual({
    at: 'id=class-1&session=s2',
    code: false,
  })
})

test('a class that does not take place has no day', () => {
  for (const phase of ['draft', 'postponed', 'cancelled'])
    expect(dayOfClass(planned(phase), at('2026-12-03'))).toBeUndefined()
})
