import fc from 'fast-check'
import type { Household, Person } from './documents'
import { following } from './follow'

const NOW = new Date('2026-11-24T00:00:00.000Z')
const household = (some: Partial<Household> = {}): Household => ({
  ...{
    _id: 'h',
    headId: 'a',
    headName: '王大山',
    village: '519921101201',
    villageName: '新村',
    place: '县 · 乡 · 新村',
  },
  ...{ assisted: false, order: '', search: [], version: 3 },
  ...some,
})
const person = (_id: string, some: Partial<Person> = {}): Person => ({
  ...{ _id, name: '王秀英', birthYear: 1960, householdId: 'h', village: '519921101200', villageName: '旧村' },
  ...{ place: '县 · 乡 · 旧村', isHead: false, order: '', search: [] },
  ...some,
})

test('a member lives where the household does, and its head is head', () => {
  expect(following(person('a'), household(), NOW)).toMatchObject({
    ...{
      village: '519921101201',
      villageName: '新村',
      place: '县 · 乡 · 新村',
      isHead: true,
      relation: '户主',
    },
  })
})

test('a new head: the old one is none, and how the others stood to the old one is forgotten', () => {
  const reheaded = household({ headId: 'b', reheaded: true })
  expect(following(person('a', { isHead: true, relation: '户主' }), reheaded, NOW)).toMatchObject({
    ...{ isHead: false, relation: undefined },
  })
  expect(following(person('c', { relation: '配偶' }), reheaded, NOW)).toMatchObject({ relation: undefined })
  expect(following(person('c', { relation: '配偶' }), household({ headId: 'b' }), NOW)).toMatchObject({
    relation: '配偶',
  })
})

test('a head who died is archived, once', () => {
  const left = household({ headId: 'b', died: 'a' })
  const dead = following(person('a', { isHead: true }), left, NOW)
  expect(dead).toMatchObject({ archived: { reason: '去世', at: NOW.toISOString() }, leaving: true })
  expect(following(dead as Person, left, new Date(0))).toBe(dead)
})

test('who joins comes over from the household they were in, and from nowhere else', () => {
  const joining = household({ joining: { from: 'old', people: ['b'] } })
  expect(following(person('b', { householdId: 'old' }), joining, NOW)).toMatchObject({ householdId: 'h' })
  const elsewhere = person('b', { householdId: 'third' })
  expect(following(elsewhere, joining, NOW)).toBe(elsewhere)
  const stays = person('c', { householdId: 'old' })
  expect(following(stays, joining, NOW)).toBe(stays)
})

test('following twice is following once, whoever it is', () => {
  const id = fc.constantFrom('a', 'b', 'c')
  const someone = fc.record({
    _id: id,
    householdId: fc.constantFrom('h', 'old', 'third'),
    isHead: fc.boolean(),
    relation: fc.option(fc.constantFrom('户主', '配偶'), { nil: undefined }),
  })
  const somewhere = fc.record(
    {
      headId: id,
      reheaded: fc.constant(true),
      died: id,
      joining: fc.constant({ from: 'old', people: ['b', 'c'] }),
    },
    { requiredKeys: ['headId'] },
  )
  fc.assert(
    fc.property(someone, somewhere, ({ _id, ...rest }, where) => {
      const whole = household(where as Partial<Household>)
      const once = following(person(_id, rest as Partial<Person>), whole, NOW) as Person
      expect(following(once, whole, NOW)).toBe(once)
      if (once.householdId === 'h' && !once.archived) expect(once.isHead).toBe(_id === whole.headId)
    }),
  )
})
