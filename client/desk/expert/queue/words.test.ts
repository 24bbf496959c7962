import { tabsOf, whoAsks } from './words'

test('the tabs count what is behind them, once that is known', () => {
  expect(tabsOf({ waiting: 3, answered: 0, resolved: 12 }).map(({ name }) => name)).toEqual([
    '要我回的 3',
    '等农户的 0',
    '已办结 12',
  ])
  expect(tabsOf(undefined)[0]).toEqual({ key: 'waiting', name: '要我回的' })
})

test('a row names the village, the person, and the informant who wrote for them', () => {
  const person = { name: '王秀英', villageName: '李家湾村' }
  expect(whoAsks({ person })).toBe('李家湾村 · 王秀英')
  expect(whoAsks({ person, askedBy: '仁青拉姆' })).toBe('李家湾村 · 王秀英 · 信息员仁青拉姆代问')
})
