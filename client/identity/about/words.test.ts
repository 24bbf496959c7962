import { type AboutMe, factsOf, lookWords } from './words'

const NOW = Date.parse('2026-11-24T03:00:00Z')
const ME: AboutMe = {
  personId: 'person-1-2',
  name: '王秀英',
  birthYear: 1964,
  place: '云岭县 · 青石乡 · 李家湾村',
  phone: '138****1234',
  household: {
    headName: '李大山',
    address: '3 组 12 号',
    members: [
      { personId: 'person-1-1', name: '李大山', relation: '户主' },
      { personId: 'person-1-2', name: '王秀英', relation: '配偶' },
      { personId: 'person-1-3', name: '李小梅' },
    ],
  },
  consent: { version: '2026-11-24', at: '2026-11-24T01:40:00Z' },
  roles: [{ role: 'informant', scopeName: '李家湾村', until: '2027-06-30' }],
  agents: [],
  enrolments: 2,
  questions: 0,
  inScheme: true,
}
const value = (me: AboutMe, name: string) => factsOf(me, NOW).find((fact) => fact.name === name)?.value

test('what is held is told, what is not is said to be not', () => {
  expect(value(ME, '住在')).toBe('云岭县 · 青石乡 · 李家湾村 3 组 12 号')
  expect(value(ME, '家里人')).toBe('李大山（户主）、李小梅')
  expect(value(ME, '身份')).toBe('信息员 · 李家湾村，到 2027 年 6 月 30 日')
  expect(value(ME, '身份证号')).toBe('没有登记')
  expect(value(ME, '隐私说明')).toBe('今天 9:40 同意的')
})

test('an office has no household, and whoever lives alone has nobody else', () => {
  const { household: _, ...office } = ME
  expect(value(office, '家里人')).toBeUndefined()
  const alone = { ...ME, household: { headName: '王秀英', members: [ME.household!.members[1]!] } }
  expect(value(alone, '家里人')).toBe('没有别人')
})

test('a look is who, what and when in one line', () => {
  expect(lookWords({ at: '2026-11-20T01:40:00Z', who: '李大山', what: '看了分红' }, NOW)).toBe(
    '11 月 20 日 9:40，李大山 看了分红',
  )
})
