import { leftFor, seatWords, standingOf, whatInstead } from './standing'

const seats = { total: 128, taken: 118, perVillage: 2, takenByMyVillage: 1, myVillageName: '李家湾村' }

test('a village’s seats count, unless the whole class has fewer left', () => {
  expect(leftFor(seats)).toBe(1)
  expect(leftFor({ ...seats, takenByMyVillage: 0, taken: 127 })).toBe(1)
  expect(leftFor({ total: 10, taken: 4 })).toBe(6)
})

test('each state is said in words that matter to me', () => {
  expect(standingOf({ state: 'open', enrolled: false, seats })).toEqual({
    kind: 'done',
    words: '本村还剩 1 个名额',
  })
  expect(standingOf({ state: 'open', enrolled: false, seats: { total: 10, taken: 4 } }).words).toBe(
    '还剩 6 个名额',
  )
  expect(standingOf({ state: 'villageFull', enrolled: false, seats }).words).toBe('李家湾村报满了')
  expect(standingOf({ state: 'full', enrolled: true, seats }).words).toBe('已报名')
})

test('the seats are told of the class and of my village', () => {
  expect(seatWords(seats)).toBe('全班 128 个，还剩 10 个；李家湾村 2 个，还剩 1 个')
  expect(seatWords({ total: 30, taken: 1 })).toBe('全班 30 个，还剩 29 个')
})

test('where there is no seat there is always something else to do', () => {
  for (const state of ['finished', 'closed', 'full', 'villageFull'] as const)
    expect(whatInstead({ state, enrolled: false })).toMatch(/看看别的班。$/)
  expect(whatInstead({ state: 'open', enrolled: false })).toBeUndefined()
  expect(whatInstead({ state: 'full', enrolled: true })).toBeUndefined()
})
