import { OPERATIONS } from '../../../contract'
import { ERRORS, type ErrorCode } from '../../../contract/errors'
import { hadSentence } from './eligible'
import { row, training } from './fixtures'
import { ofAnother } from './refuse'

test('no refusal of an enrolment calls somebody else 您', () => {
  const codes: readonly ErrorCode[] = OPERATIONS.find(({ name }) => name === 'training.enrol')?.errors ?? []
  expect(codes).toContain('VILLAGE_FULL')
  for (const code of codes) expect(ofAnother(ERRORS[code])).not.toContain('您')
  expect(ofAnother(ERRORS.VILLAGE_FULL)).toBe('他们村的名额报满了。请看看别的班。')
  expect(ofAnother(ERRORS.WAITING_ALREADY)).toBe('已经在排队了，不用再报。轮到了会通知。')
  expect(ofAnother(hadSentence(training({ onceInYears: 1 }), row()))).toContain(
    '这个人 2026 年报过《果树班》',
  )
})
