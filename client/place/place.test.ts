import { named } from './place'

const COUNTIES = [
  {
    code: '519921',
    name: '云岭县',
    townships: [
      {
        code: '519921100',
        name: '青石乡',
        villages: [
          { code: '519921100200', name: '李家湾村' },
          { code: '519921100201', name: '高山村' },
        ],
      },
      { code: '519921101', name: '高桥镇', villages: [{ code: '519921101200', name: '河坝村' }] },
    ],
  },
]

test('a village is found by a part of its name, a township brings all of its villages', () => {
  expect(named(COUNTIES, '').map(({ name }) => name)).toEqual(['青石乡', '高桥镇'])
  expect(named(COUNTIES, '李家').map(({ villages }) => villages.map(({ name }) => name))).toEqual([
    ['李家湾村'],
  ])
  expect(named(COUNTIES, '高').map(({ name, villages }) => [name, villages.length])).toEqual([
    ['青石乡', 1],
    ['高桥镇', 1],
  ])
  expect(named(COUNTIES, '别处')).toEqual([])
})
