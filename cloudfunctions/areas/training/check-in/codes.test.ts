import fc from 'fast-check'
import { codesFrom, GOOD_MS, isPersonCode, judge, personCode, STEP_MS } from './codes'

const KEYS = { uploadKey: '0123456789abcdef' }
const MEETING = { classId: 'class-1', session: 's1' }
/** 9:00 in Beijing, the beginning of a step. */
const NOW = new Date('2026-12-02T01:00:00.000Z')
const at = (ms: number) => new Date(NOW.getTime() + ms)
const shown = codesFrom(MEETING, NOW, KEYS)
const [first] = shown

test('twenty minutes of codes, each from its own half minute, the first of now', () => {
  expect(shown).toHaveLength(40)
  expect(shown.map(({ from }) => from)).toEqual(shown.map((_, n) => at(n * STEP_MS).toISOString()))
  expect(new Set(shown.map(({ code }) => code)).size).toBe(40)
  expect(codesFrom(MEETING, at(STEP_MS - 1), KEYS)[0]).toEqual(first)
})

test('a code counts for sixty seconds from its beginning, to the millisecond; then it is late, and tomorrow nothing', () => {
  const judged = (ms: number) => judge(first!.code, MEETING, at(ms), KEYS)
  expect([0, STEP_MS, GOOD_MS].map(judged)).toEqual(['good', 'good', 'good'])
  expect([GOOD_MS + 1, 8 * 3_600_000, 15 * 3_600_000 - 1].map(judged)).toEqual(['late', 'late', 'late'])
  expect(judged(15 * 3_600_000)).toBe('otherDay')
  expect([-5_000, -5_001].map(judged)).toEqual(['good', 'early'])
})

test('a code is of its session and class, and nothing else is a code', () => {
  expect(judge(first!.code, { ...MEETING, session: 's2' }, NOW, KEYS)).toBe('invented')
  expect(judge(first!.code, { ...MEETING, classId: 'class-2' }, NOW, KEYS)).toBe('invented')
  expect(judge(first!.code, MEETING, NOW, { uploadKey: 'another key of a county' })).toBe('invented')
  const [step, mac] = first!.code.split('-')
  const next = (Number.parseInt(step!, 36) + 1).toString(36)
  expect(judge(`${next}-${mac}`, MEETING, NOW, KEYS)).toBe('invented')
  const genuine = new Set(shown.map(({ code }) => code))
  fc.assert(
    fc.property(fc.string(), (text) => genuine.has(text) || judge(text, MEETING, NOW, KEYS) === 'invented'),
  )
})

test('a person’s code is theirs in that class, however it is typed', () => {
  const code = personCode('class-1', 'person-1', KEYS)
  expect(code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/)
  expect(isPersonCode(code.toLowerCase(), 'class-1', 'person-1', KEYS)).toBe(true)
  expect(isPersonCode(code, 'class-1', 'person-2', KEYS)).toBe(false)
  expect(isPersonCode(code, 'class-2', 'person-1', KEYS)).toBe(false)
  expect(isPersonCode('', 'class-1', 'person-1', KEYS)).toBe(false)
})
