import fc from 'fast-check'
import { paragraph } from './lines'

const measure = (text: string) => [...text].length

test('nothing is lost, and no line is longer than it may be but by an end mark', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'村里上课，。𬭎') }),
      fc.integer({ min: 2, max: 9 }),
      (text, width) => {
        const lines = paragraph(text, width, measure)
        expect(lines.join('')).toBe(text)
        for (const line of lines) expect(measure(line.replace(/[，。]+$/, ''))).toBeLessThanOrEqual(width)
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。]/)
      },
    ),
  )
})

test('a number stays whole', () => {
  expect(paragraph('在2026年5月', 4, measure)).toEqual(['在', '2026', '年5月'])
})
