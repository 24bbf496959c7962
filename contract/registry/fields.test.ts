import fc from 'fast-check'
import { address, birthYear, identityNumber, personName, phone, relation, villageCode } from './fields'

const read = (field: { safeParse(value: unknown): { success: boolean; data?: unknown } }, value: unknown) => {
  const { success, data } = field.safeParse(value)
  return success ? data : undefined
}

test.each([
  ['王秀英', '王秀英'],
  [' 王　丽 ', '王丽'],
  ['扎西•多吉', '扎西·多吉'],
  ['扎西 . 多吉', '扎西·多吉'],
  ['尔玛・依娜', '尔玛·依娜'],
  ['𠮷田花', '𠮷田花'],
  ['John  Smith', 'John Smith'],
])('the name “%s” is %s', (typed, name) => expect(read(personName, typed)).toBe(name))

test.each(['王', '王3', '·王秀英', '王秀英·', '王··英', '<b>王</b>', '王'.repeat(31), '=1+1', ''])(
  '“%s” is no name',
  (typed) => expect(read(personName, typed)).toBeUndefined(),
)

test.each([
  ['１３８ ００００ １２３４', '13800001234'],
  ['+86 138-0000-1234', '13800001234'],
  ['0086 13800001234', '13800001234'],
])('the number “%s” is %s', (typed, number) => expect(read(phone, typed)).toBe(number))

test.each(['12800001234', '1380000123', '138000012345', '1.38E+10', ''])(
  '“%s” is no mobile number',
  (typed) => expect(read(phone, typed)).toBeUndefined(),
)

test('codes, relations, years and addresses', () => {
  expect(read(villageCode, ' ５１９９２１１００２００ ')).toBe('519921100200')
  expect(read(villageCode, '519921100')).toBeUndefined()
  expect(read(relation, ' 配 偶 ')).toBe('配偶')
  expect(read(relation, 'wife')).toBeUndefined()
  expect(read(birthYear, 1968)).toBe(1968)
  expect(read(birthYear, 68)).toBeUndefined()
  expect(read(birthYear, 3000)).toBeUndefined()
  expect(read(address, '３ 组 12-1 号')).toBe('3 组 12-1 号')
  expect(read(address, '3 组\n12 号')).toBeUndefined()
})

test('a number of the standard’s example is one, with a small x and spaces as well', () => {
  expect(read(identityNumber, '110105 19491231 002x')).toBe('11010519491231002X')
  expect(read(identityNumber, '110105194912310021')).toBeUndefined()
})

test('reading what was read changes nothing', () => {
  const dots = fc.constantFrom('', ' ', '·', '•', '.', '　')
  const han = fc.constantFrom('王', '秀', '扎', '西', '𠮷')
  fc.assert(
    fc.property(fc.array(fc.tuple(han, dots), { maxLength: 8 }), (parts) => {
      const once = read(personName, parts.flat().join(''))
      if (once !== undefined) expect(read(personName, once)).toBe(once)
    }),
  )
  fc.assert(
    fc.property(fc.stringMatching(/^[+\d０-９ -]{8,18}$/), (typed) => {
      const once = read(phone, typed)
      if (once !== undefined) expect(once).toMatch(/^1[3-9]\d{9}$/)
    }),
  )
})
