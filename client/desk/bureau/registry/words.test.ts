import { ORGANISATION_KINDS, RELATIONS } from '../../../../contract/registry'
import {
  householdWords,
  KIND_NAMES,
  memberWords,
  officerWords,
  personWords,
  RELATION_NAMES,
  roleWords,
  spokenPhone,
} from './words'

const PERSON = {
  personId: 'person-1-2',
  name: '王秀英',
  age: 58,
  place: '李家湾村',
  isHead: false,
  hasWeChat: false,
  archived: false,
}

test('a row tells somebody from others of their name', () => {
  expect(personWords({ ...PERSON, relation: '配偶', phone: '138****1234', hasWeChat: true })).toEqual({
    who: '58 岁 · 李家湾村 · 配偶',
    reach: '138****1234 · 有微信',
  })
  expect(personWords({ ...PERSON, isHead: true })).toEqual({
    who: '58 岁 · 李家湾村 · 户主',
    reach: '没有电话 · 没有微信',
  })
  expect(memberWords({ ...PERSON })).toBe('58 岁 · 没写关系')
  expect(householdWords({ householdId: 'h', headName: '王', villageName: '李家湾村', archived: false })).toBe(
    '李家湾村',
  )
})

test('a role says where and until when', () => {
  const role = { role: 'informant', scope: '519921100200', scopeName: '李家湾村' } as const
  const now = Date.parse('2026-11-24T02:00:00Z')
  expect(roleWords(role, now)).toBe('信息员 · 李家湾村')
  expect(roleWords({ ...role, until: '2026-12-31' }, now)).toBe('信息员 · 李家湾村，到 12 月 31 日')
})

test('an organisation without anybody says so', () => {
  expect(officerWords([])).toContain('还没有人')
  expect(
    officerWords([
      { personId: 'p', name: '李强', hasWeChat: true },
      { personId: 'q', name: '王丽', hasWeChat: false },
    ]),
  ).toBe('办事的：李强、王丽（没有微信）')
})

test('a phone is written as it is read aloud; one that is masked or fixed stays', () => {
  expect(spokenPhone('13800001234')).toBe('138 0000 1234')
  expect(spokenPhone('138****1234')).toBe('138****1234')
})

test('the client’s own tables are the contract’s', () => {
  expect(Object.keys(RELATION_NAMES)).toEqual(RELATIONS.filter((relation) => relation !== '户主'))
  expect(Object.keys(KIND_NAMES)).toEqual([...ORGANISATION_KINDS])
})
