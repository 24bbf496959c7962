import fc from 'fast-check'
import { shortened } from './shortened'

test('a text within the limit stays as it is; what is cut off is owned up to', () => {
  expect(shortened('挖沟排水', 4)).toBe('挖沟排水')
  expect(shortened('挖沟排水。', 4)).toBe('挖沟排…')
})

test('no text becomes longer than the limit, and no character is cut in two', () => {
  const text = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (said, most) => {
      const short = shortened(said, most)
      expect([...short].length).toBeLessThanOrEqual(most)
      expect(said.startsWith(short.endsWith('…') && short !== said ? short.slice(0, -1) : short)).toBe(true)
    }),
  )
})
