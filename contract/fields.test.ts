import fc from 'fast-check'
import { text } from './fields'

const question = text(1000, 1)
const accepts = (written: string) => question.safeParse(written).success

/** Every range that shows nothing, as the standard names them; written out, so that it is not our own expression again. */
const RANGES: [number, number][] = [
  [0x0000, 0x0008],
  [0x000b, 0x001f],
  [0x007f, 0x009f],
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x115f, 0x1160],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xe0000, 0xe0fff],
]
const INVISIBLE = RANGES.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
)
const invisible = fc.constantFrom(...INVISIBLE)
const unseen = new Set(INVISIBLE)
const BLANK = [' ', '\n', '\t', '\u3000', '\u00a0']
const blank = fc.constantFrom(...BLANK)

test('what shows nothing is no question, however it is mixed', () => {
  for (const one of INVISIBLE)
    expect([one.codePointAt(0)?.toString(16), accepts(one)]).toEqual([expect.anything(), false])
  fc.assert(
    fc.property(fc.array(fc.oneof(invisible, blank), { minLength: 1, maxLength: 12 }), (parts) => {
      const written = parts.join('')
      // Two halves side by side are a whole character.
      fc.pre([...written].every((each) => BLANK.includes(each) || unseen.has(each)))
      expect(accepts(written)).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('an invisible sign is refused inside a sentence, as is half a character', () => {
  for (const one of INVISIBLE.filter((each) => !/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u.test(each)))
    expect([one.codePointAt(0)?.toString(16), accepts(`李子${one}黄叶`)]).toEqual([expect.anything(), false])
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (written) => {
      const parsed = question.safeParse(written)
      if (parsed.success)
        expect(parsed.data).toMatch(/[^\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  '李子树叶子发黄，怎么办？',
  '第一行\n\n第二行\t空格　全角',
  '𠮷野家的𫞩',
  '辻\u{E0100}先生',
  '鸡🐔死了❤️‍🔥👨‍👩‍👧👩🏽‍🌾 1️⃣',
  'བོད་ཡིག ꆈꌠꉙ',
  'e\u0301',
])('what people write is taken: %s', (written) => {
  expect(question.parse(written)).toBe(written)
})

test('what is left after trimming counts', () => {
  expect(text(10, 2).safeParse('  字  ').success).toBe(false)
  expect(text(10, 2).parse('  两字\n')).toBe('两字')
})
