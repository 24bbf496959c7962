import fc from 'fast-check'
import { batches } from './unsafe-texts'

jest.mock('../../platform/content', () => ({ checkText: jest.fn() }))

test('fifty long texts are split so that no check is longer than WeChat reads, and none is left out or cut', () => {
  const texts = Array.from({ length: 50 }, (_, index) => `${index}`.padEnd(60, '米'))
  const split = batches(texts)
  expect(split).toHaveLength(2)
  expect(split.flat()).toEqual(texts)
})

test('whatever the texts, each is in exactly one batch, and a batch fits unless it is one text alone', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 30 })), fc.integer({ min: 1, max: 60 }), (texts, size) => {
      const split = batches(texts, size)
      expect(split.flat()).toEqual(texts)
      for (const batch of split) expect(batch.length === 1 || batch.join('\n').length <= size).toBe(true)
    }),
  )
})
