import { certificateSentence, certificateTerms, sayDays, sessionsNeeded } from './certificate-words'

test('days are said once each', () => {
  expect(sayDays('2026-05-12', '2026-05-12')).toBe('2026年5月12日')
  expect(sayDays('2026-05-12', '2026-05-15')).toBe('2026年5月12日至15日')
  expect(sayDays('2026-05-30', '2026-06-02')).toBe('2026年5月30日至6月2日')
  expect(sayDays('2026-12-30', '2027-01-02')).toBe('2026年12月30日至2027年1月2日')
})

test('who was at a lecture has it certified, who was at a course has finished it', () => {
  const facts = { name: '王秀英', title: '修剪', from: '2026-05-12', until: '2026-05-12', place: '文化站' }
  expect(certificateSentence({ ...facts, kind: 'lecture', days: 0.5 })).toBe(
    '于2026年5月12日在文化站参加“修剪”学习，半天。特此证明。',
  )
  expect(certificateSentence({ ...facts, kind: 'skill', days: 1 })).toBe(
    '于2026年5月12日在文化站参加“修剪”学习，共1天。准予结业，特发此证。',
  )
})

test('two thirds of the sessions make a certificate, and one is always needed', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 9].map(sessionsNeeded)).toEqual([1, 1, 2, 2, 3, 4, 4, 6])
  expect(certificateTerms('class', 3)).toBe('3 次课上满 2 次，发结业证书')
  expect(certificateTerms('lecture', 2)).toBe('2 次课上满 2 次，发学习证明')
  expect(certificateTerms('class', 1)).toBeUndefined()
  expect(certificateTerms('outreach', 3)).toBeUndefined()
})
