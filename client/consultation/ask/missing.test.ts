import { type Draft, firstOf, missingOf } from './missing'

const draft: Draft = { subject: 'plum', text: '叶子发黄', danger: false }
const arrived = { path: 'a', fileID: 'cloud://a' }

test('a subject with words or a photo is enough', () => {
  expect(missingOf(draft, [])).toEqual({})
  expect(missingOf({ ...draft, text: '' }, [arrived])).toEqual({})
})

test('pressed too early, each thing that is missing is named, and first the first on the page', () => {
  const missing = missingOf({ ...draft, subject: '', text: '  ' }, [])
  expect(missing).toEqual({ subject: expect.any(String), text: expect.any(String) })
  expect(firstOf(missing)).toBe(missing.subject)
  expect(firstOf(missingOf({ ...draft, text: '' }, []))).toContain('照片')
  expect(firstOf({})).toBeUndefined()
})

test('a photo on its way or failed is waited for, also where words would do', () => {
  expect(missingOf(draft, [arrived, { path: 'b' }]).photos).toContain('还在传')
  expect(missingOf(draft, [{ path: 'b', failed: true }]).photos).toContain('没有传上去')
})
