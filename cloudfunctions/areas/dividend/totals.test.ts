import fc from 'fast-check'
import { ITEM_KINDS, ITEM_STATES } from '../../../contract/dividend'
import { type Group, totalsOf } from './totals'

const group = (
  state: Group['_id']['state'],
  kind: Group['_id']['kind'],
  fen: number,
  count: number,
): Group => ({
  _id: { state, kind },
  fen,
  count,
})

test('a disputed dividend is not paid, and premiums and gifts are not money to the household', () => {
  expect(
    totalsOf([
      group('due', 'dividend', 300_000, 3),
      group('confirmed', 'dividend', 500_000, 5),
      group('disputed', 'dividend', 100_000, 1),
      group('confirmed', 'insurance', 43_200, 2),
      group('due', 'gift', 0, 4),
    ]),
  ).toEqual({
    dueFen: 900_000,
    paidFen: 500_000,
    outstandingFen: 400_000,
    items: { due: 7, confirmed: 7, disputed: 1 },
  })
})

test('due is always paid and outstanding, and every item is counted once', () => {
  const groups = fc.uniqueArray(
    fc.record({
      _id: fc.record({ state: fc.constantFrom(...ITEM_STATES), kind: fc.constantFrom(...ITEM_KINDS) }),
      fen: fc.nat(1_000_000_000),
      count: fc.nat(10_000),
    }),
    { selector: ({ _id }) => `${_id.state}${_id.kind}` },
  )
  fc.assert(
    fc.property(groups, (all) => {
      const { dueFen, paidFen, outstandingFen, items } = totalsOf(all)
      expect(dueFen).toBe(paidFen + outstandingFen)
      expect(dueFen).toBe(all.reduce((sum, { _id, fen }) => sum + (_id.kind === 'dividend' ? fen : 0), 0))
      expect(items.due + items.confirmed + items.disputed).toBe(
        all.reduce((sum, { count }) => sum + count, 0),
      )
    }),
  )
})
