import type { Me } from '../../../contract/identity'
import { rolesOf, rowsOf } from './rows'

const NOW = Date.parse('2026-11-24T03:00:00Z')
const VILLAGER = { role: 'villager', scope: '519921100200', scopeName: '李家湾村' } as const
const me = (...roles: Me['roles']): Me => ({
  person: { id: 'person-1-2', name: '王秀英', place: '云岭县' },
  roles,
  agreed: true,
  uploadPrefix: '',
  templates: {},
})
const names = (who: Me) => rowsOf(who).map(({ title, rows }) => [title, ...rows.map(({ name }) => name)])

test('a villager has their own errands, and family who may act for them', () => {
  expect(names(me(VILLAGER))).toEqual([
    ['替谁办', '替家人办', '让家人替我办'],
    ['我的事', '我报的名', '我的咨询', '消息', '我办过的事', '关于我的信息'],
  ])
})

test('somebody of an office has no errands of a villager', () => {
  expect(names(me({ role: 'cadre', scope: '519921', scopeName: '云岭县' }))).toEqual([
    ['替谁办', '替家人办'],
    ['我的事', '消息', '我办过的事', '关于我的信息'],
  ])
})

test('a role leads to its desk, says when it ends, and a desk comes once', () => {
  const informant = { ...VILLAGER, role: 'informant', until: '2027-06-30' } as const
  const second = { ...informant, scope: '519921100201', scopeName: '高山村' }
  expect(rolesOf(me(VILLAGER, informant, second), NOW)).toEqual([
    { name: '村民 · 李家湾村' },
    {
      name: '信息员 · 李家湾村，到 2027 年 6 月 30 日',
      desk: { name: '替村里人办事', page: '/desk/informant/people/index' },
    },
    { name: '信息员 · 高山村，到 2027 年 6 月 30 日' },
  ])
})
