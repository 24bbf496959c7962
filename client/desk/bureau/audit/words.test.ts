import { OPERATIONS } from '../../../../contract'
import type { AuditLine } from '../../../../contract/audit'
import { ACT_OPTIONS, lineWords } from './words'

const NOW = Date.parse('2026-11-24T03:00:00Z')
const LINE: AuditLine = {
  id: 'a',
  at: '2026-11-20T01:40:00Z',
  operation: 'training.enrol',
  who: '李大山',
  about: { kind: 'class', id: 'class-1', name: '青脆李冬季修剪' },
  requestId: 'r',
  what: '报名',
}

test('a line says who did what for whom about what', () => {
  expect(lineWords(LINE, NOW)).toBe('11 月 20 日 9:40，李大山 报名：青脆李冬季修剪')
  expect(lineWords({ ...LINE, forWhom: '王秀英' }, NOW)).toBe(
    '11 月 20 日 9:40，李大山替王秀英 报名：青脆李冬季修剪',
  )
})

test('nobody’s name stands twice', () => {
  const own = { kind: 'person', id: 'p', name: '李大山' } as const
  expect(lineWords({ ...LINE, forWhom: '李大山', what: '同意隐私说明', about: own }, NOW)).toBe(
    '11 月 20 日 9:40，李大山 同意隐私说明',
  )
})

test('what one can look for is an operation there is', () => {
  const names = OPERATIONS.map(({ name }) => name as string)
  for (const { key } of ACT_OPTIONS.slice(1)) expect(names).toContain(key)
})
