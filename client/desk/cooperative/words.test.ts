import type { Item } from '../../../contract/dividend'
import type { Chosen } from './chosen'
import { confirmWords, deskStandingOf, nextWords, stillDue, sumsOf, toggled } from './words'

jest.mock('@tarojs/taro', () => ({ useDidShow: () => undefined }))
jest.mock('../../storage', () => ({}))

const one = (household: number, kind: Chosen['kind'] = 'dividend'): Chosen => ({
  id: `c${household}:3:${kind}`,
  kind,
  year: 3,
  dueOn: '2026-12-20',
  amountFen: { dividend: 100_000, insurance: 21_600, gift: 0 }[kind],
  contractId: `c${household}`,
  headName: `户主${household}`,
  villageName: '李家湾村',
})

test('the button says whom it pays and how much', () => {
  expect(confirmWords([one(1), one(2)])).toBe('确认付给 2 户，共 2,000 元')
  expect(confirmWords([one(1, 'insurance')])).toBe('确认 1 户已买保险')
  expect(confirmWords([one(1, 'gift'), one(2, 'gift')])).toBe('确认 2 户已发慰问品')
})

test('several kinds at once say how many, and only dividends are money to the households', () => {
  const mixed = [one(1), one(1, 'insurance'), one(2, 'gift')]
  expect(sumsOf(mixed)).toEqual({ households: 2, count: 3, fen: 100_000 })
  expect(confirmWords(mixed)).toBe('确认 2 户 3 项，共付 1,000 元')
  expect(confirmWords([one(1, 'insurance'), one(1, 'gift')])).toBe('确认 1 户 2 项')
  expect(nextWords(mixed)).toBe('给 2 户填凭据，共 1,000 元')
  expect(nextWords([one(1, 'gift')])).toBe('给 1 户填凭据，共 1 项')
  expect(nextWords([])).toBe('填凭据，去确认')
})

test('choosing all chooses what is missing, and where nothing is missing takes all of them out', () => {
  const all = [one(1), one(2), one(3)]
  const some = toggled([one(2), one(9, 'gift')], all)
  expect(some.chosen.map(({ id }) => id)).toEqual([
    'c2:3:dividend',
    'c9:3:gift',
    'c1:3:dividend',
    'c3:3:dividend',
  ])
  expect(toggled(some.chosen, all).chosen).toEqual([one(9, 'gift')])
})

test('fifty are the most, and one more is said to be too many', () => {
  const fifty = Array.from({ length: 50 }, (_, index) => one(index))
  expect(toggled([], fifty)).toEqual({ chosen: fifty, full: false })
  expect(toggled(fifty, [one(50)])).toEqual({ chosen: fifty, full: true })
})

test('the desk sees what is late and what a household says did not arrive in red', () => {
  const now = new Date('2026-12-22T02:00:00Z')
  const item: Item = { ...one(1), state: 'due', overdue: true }
  expect(deskStandingOf(item, now)).toEqual({ kind: 'urgent', words: '过了 12 月 20 日' })
  expect(deskStandingOf({ ...item, state: 'disputed' }, now)).toEqual({
    kind: 'urgent',
    words: '农户说没收到',
  })
  expect(deskStandingOf({ ...item, overdue: false }, new Date('2026-12-01T02:00:00Z'))).toEqual({
    kind: 'waiting',
    words: '12 月 20 日前',
  })
})

test('what a colleague confirmed meanwhile is no longer chosen; what is on a later page or of another year stays', () => {
  const last: Chosen = { ...one(4), dueOn: '2025-12-20' }
  const chosen = [one(1), one(2), one(3), last]
  const households = [
    { contractId: 'c1', items: [one(1)] },
    { contractId: 'c2', items: [one(2, 'gift')] },
  ]
  expect(stillDue(chosen, { year: 2026, households, complete: false })).toEqual([one(1), one(3), last])
  expect(stillDue(chosen, { year: 2026, households, complete: true })).toEqual([one(1), last])
})
