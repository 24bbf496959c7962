import fc from 'fast-check'
import type { Expert } from '../expert/documents'
import { expertsFor, titleOf, urgencyOf } from './rules'

const expert = (_id: string, some: Partial<Expert> = {}): Expert => ({
  ...{ _id, personId: `person-${_id}`, name: '罗桂兰', title: '农艺师', fields: ['fruit'], townships: [] },
  ...{ crops: [], introduction: '', available: true, open: 0, maxOpen: 10, region: '519921' },
  ...{ photos: [], photosToCheck: false, order: `519921/${_id}`, search: [] },
  ...some,
})
/** A village of the township 519921101. */
const VILLAGE = '519921101201'
const DAY = '2026-11-24'
const chooseExpert = (experts: Expert[], village: string, not?: string[]) =>
  expertsFor(experts, village, DAY, not)[0]

test('the nearest expert comes first: of the township, then of the county, then of another township', () => {
  const near = expert('c', { townships: ['519921101'], open: 9 })
  const county = expert('b', { open: 5 })
  const far = expert('a', { townships: ['519921100'] })
  expect(chooseExpert([far, county, near], VILLAGE)).toBe(near)
  expect(chooseExpert([far, county], VILLAGE)).toBe(county)
  expect(chooseExpert([far], VILLAGE)).toBe(far)
})

test('of equally near experts the one with fewest open questions is asked', () => {
  const busy = expert('a', { open: 2 })
  const free = expert('b', { open: 1 })
  expect(chooseExpert([busy, free], VILLAGE)).toBe(free)
})

test('where there is nobody else, a question goes to nobody rather than to who asks', () => {
  const self = expert('a')
  expect(chooseExpert([self], VILLAGE, [self.personId])).toBeUndefined()
  expect(chooseExpert([expert('b', { available: false })], VILLAGE)).toBeUndefined()
})

test('who is on leave, full or of another county is not asked', () => {
  const away = (from: string, until: string) => expert('a', { leave: { from, until } })
  expect(chooseExpert([away('2026-11-20', '2026-11-24')], VILLAGE)).toBeUndefined()
  expect(chooseExpert([away('2026-11-20', '2026-11-23')], VILLAGE)).toBeDefined()
  expect(chooseExpert([away('2026-11-25', '2026-11-30')], VILLAGE)).toBeDefined()
  expect(chooseExpert([expert('a', { open: 10 })], VILLAGE)).toBeUndefined()
  expect(chooseExpert([expert('a', { region: '519922' })], VILLAGE)).toBeUndefined()
})

const experts = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          townships: fc.subarray(['519921100', '519921101', '519921102']),
          available: fc.boolean(),
          open: fc.integer({ min: 0, max: 3 }),
        })
        .map((some) => expert(`expert-${id}`, some)),
    ),
  ),
)

test('the choice does not hang on the order they are read in, and is never unavailable or excluded', () => {
  fc.assert(
    fc.property(experts, fc.integer({ min: 0, max: 40 }), (all, excluded) => {
      const not = [`person-expert-${excluded}`]
      const chosen = chooseExpert(all, VILLAGE, not)
      expect(chooseExpert([...all].reverse(), VILLAGE, not)).toBe(chosen)
      if (chosen) expect(chosen.available && !not.includes(chosen.personId)).toBe(true)
      else expect(all.filter(({ available, personId }) => available && !not.includes(personId))).toEqual([])
    }),
  )
})

test('danger comes before everything else, then who has waited longest', () => {
  const time = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString())
  fc.assert(
    fc.property(time, time, fc.boolean(), (one, other, danger) => {
      expect(urgencyOf(true, one) < urgencyOf(false, other)).toBe(true)
      expect(urgencyOf(danger, one) < urgencyOf(danger, other)).toBe(one < other)
    }),
  )
})

test('a question is called by its first line, or by what its photo is of', () => {
  expect(titleOf({ text: ' 叶子发黄\n有十来棵' }, '李子')).toBe('叶子发黄')
  expect(titleOf({ text: '' }, '李子')).toBe('李子（照片）')
  expect(titleOf({ text: '一二三四五六七八九十一二三四五六七八九' }, '李子')).toBe(
    '一二三四五六七八九十一二三四五六七…',
  )
})
