import { requestWords } from './request-words'

const ASKED = { state: 'open', name: '王秀英', villageName: '李家湾村' } as const

test('who waits is told for whom, and what will be possible then', () => {
  const { kind, title, about } = requestWords(ASKED)
  expect([kind, title]).toEqual(['waiting', '等信息员确认'])
  expect(about).toContain('李家湾村的王秀英')
})

test('who was refused is told why, and what to do', () => {
  const { kind, title, about } = requestWords({ ...ASKED, state: 'refused', reason: '村里没有这个人。' })
  expect([kind, title]).toEqual(['urgent', '没通过'])
  expect(about).toBe('信息员说：村里没有这个人。可以改一改再申请，或者找本村信息员问一问。')
  expect(requestWords({ ...ASKED, state: 'refused' }).about).toMatch(/^可以改一改/)
})
