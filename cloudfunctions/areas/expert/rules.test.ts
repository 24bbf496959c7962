import fc from 'fast-check'
import { SUBJECTS } from '../../../contract/consultation'
import { TOPICS } from '../../../contract/training'
import { directoryWords, takes, wordsAsked } from './rules'

const DAY = '2026-11-24'
const free = { available: true, open: 2, maxOpen: 3 }

test.each([
  [free, { now: true }],
  [
    { ...free, open: 3 },
    { now: false, why: 'full' },
  ],
  [
    { ...free, available: false },
    { now: false, why: 'paused' },
  ],
  [
    { ...free, archived: { at: '', reason: '' } },
    { now: false, why: 'paused' },
  ],
  [
    { ...free, leave: { from: DAY, until: DAY } },
    { now: false, why: 'leave', until: DAY },
  ],
  [{ ...free, leave: { from: '2026-11-25', until: '2026-11-30' } }, { now: true }],
  [{ ...free, leave: { from: '2026-11-01', until: '2026-11-23' } }, { now: true }],
])('%j: %j', (expert, answer) => expect(takes(expert, DAY)).toEqual(answer))

const townships = fc.uniqueArray(fc.constantFrom('519921101', '519921102', '519921103'))
const expert = fc.record({
  fields: fc.uniqueArray(fc.constantFrom(...TOPICS), { minLength: 1 }),
  crops: fc.uniqueArray(fc.constantFrom(...SUBJECTS)),
  townships,
})

test('the directory finds exactly who has the field or crop and serves the township, each by one word', () => {
  const asked = fc.oneof(
    fc.record({ field: fc.constantFrom(...TOPICS) }),
    fc.record({ crop: fc.constantFrom(...SUBJECTS) }),
    fc.constant({}),
  )
  const township = fc.option(fc.constantFrom('519921101', '519921104'), { nil: undefined })
  fc.assert(
    fc.property(expert, asked, township, (who, what, where) => {
      const { field, crop } = what as { field?: (typeof TOPICS)[number]; crop?: (typeof SUBJECTS)[number] }
      const knows = (!field || who.fields.includes(field)) && (!crop || who.crops.includes(crop))
      const serves = !where || who.townships.length === 0 || who.townships.some((code) => code === where)
      const words = wordsAsked({ ...what, ...(where ? { township: where } : {}) })
      const found = directoryWords(who).filter((word) => words.includes(word))
      expect(found).toHaveLength(knows && serves ? 1 : 0)
    }),
  )
})

test('who was archived is in no directory', () => {
  expect(
    directoryWords({ fields: ['fruit'], crops: [], townships: [], archived: { at: '', reason: '' } }),
  ).toEqual([])
})
