import fc from 'fast-check'
import { wholeHouseholds } from './whole-households'

const SIZE = 9

test('page after page, every household comes once and with all its items, however many each has', () => {
  const counts = fc.array(fc.integer({ min: 1, max: SIZE }), { maxLength: 30 })
  fc.assert(
    fc.property(counts, (all) => {
      const items = all.flatMap((count, index) =>
        Array.from({ length: count }, (_, n) => ({ contractId: String(index).padStart(2, '0'), n })),
      )
      const seen: typeof items = []
      for (let after: string | undefined = ''; after !== undefined; ) {
        const from: string = after
        const found = items.filter((item) => item.contractId > from).slice(0, SIZE + 1)
        const { kept, next } = wholeHouseholds(found, SIZE)
        seen.push(...kept)
        after = next
      }
      expect(seen).toEqual(items)
    }),
  )
})
